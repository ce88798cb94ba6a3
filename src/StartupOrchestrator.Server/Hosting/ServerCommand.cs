using System.CommandLine;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Rehearsals;
using StartupOrchestrator.Server.Features.Rehearsals.Demo;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Reads the server's command line. What it does not know goes to the host's configuration untouched.</summary>
public static class ServerCommand
{
    /// <summary>Runs the server until it is told to stop.</summary>
    /// <returns>0 after a graceful stop; 1 when it could not start, with the reason on the error stream.</returns>
    public static Task<int> RunAsync(string[] args) => Create(StartAsync).Parse(args).InvokeAsync();

    /// <summary>The options that these arguments mean.</summary>
    public static ProductOptions Read(string[] args)
    {
        ProductOptions? read = null;
        Create((options, _) =>
        {
            read = options;
            return Task.FromResult(0);
        }).Parse(args).Invoke();
        return read ?? new ProductOptions();
    }

    private static RootCommand Create(Func<ProductOptions, CancellationToken, Task<int>> run)
    {
        var data = new Option<string>("--data") { Description = "Folder of database, files and keys", DefaultValueFactory = _ => "data" };
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by ;", DefaultValueFactory = _ => ProductOptions.DefaultUrls };
        var connection = new Option<string?>("--connection") { Description = "PostgreSQL connection string; without it SQLite in the data folder" };
        var nature = new Option<string?>("--nature") { Description = "What a new database is born as: production, training or rehearsal" };
        var demo = new Option<bool>("--demo") { Description = "Fill an empty data folder with a demo study: a dry run that stops today" };
        var cluster = new Option<bool>("--cluster") { Description = "Join the cluster of all hosts over the same PostgreSQL (builds with Orleans=true)" };
        var clusterAddress = new Option<string?>("--cluster-address") { Description = "Address at which other hosts reach this one; without it all are on this machine" };
        var clusterPort = new Option<int>("--cluster-port") { Description = "Port for it; without it any free one" };
        var follow = new Option<bool>("--follow") { Description = "Host actors of a dry run that is played elsewhere ('startup rehearse --cluster'), on its clock" };
        var root = new RootCommand("StartupOrchestrator: clinical study start-up, driven by workflows.")
        { data, urls, connection, nature, demo, cluster, clusterAddress, clusterPort, follow };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellation) => run(
            new ProductOptions
            {
                DataDirectory = parsed.GetRequiredValue(data),
                Urls = parsed.GetRequiredValue(urls),
                Connection = parsed.GetValue(connection),
                Nature = parsed.GetValue(nature),
                Demo = parsed.GetValue(demo),
                Cluster = parsed.GetValue(cluster),
                Follow = parsed.GetValue(follow) ? NodaTime.Instant.FromUnixTimeSeconds(0) : null,
                ClusterAddress = parsed.GetValue(clusterAddress),
                ClusterPort = parsed.GetValue(clusterPort),
                HostArguments = [.. parsed.UnmatchedTokens],
            },
            cancellation));
        return root;
    }

    private static async Task<int> StartAsync(ProductOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (StartFailure.TakenAddresses(options).ToArray() is { Length: > 0 } taken)
            {
                throw new ConfigurationMistakeException(taken);
            }

            await PlayDemoAsync(options, cancellationToken).ConfigureAwait(false);
            var app = ProductHost.Build(options);
            await using (app.ConfigureAwait(false))
            {
                // Opened here, so that a database that cannot be opened is one sentence and not the host's stack trace.
                _ = app.Services.GetRequiredService<IStorage>();
                await app.RunAsync(cancellationToken).ConfigureAwait(false);
                return 0;
            }
        }
        catch (Exception e) when (StartFailure.Explain(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence).ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>A new folder is filled by a dry run that stops today; it takes about a minute, once.</summary>
    private static async Task PlayDemoAsync(ProductOptions options, CancellationToken cancellationToken)
    {
        if (!options.Demo || options.Connection is not null || OptionsCheck.Mistakes(options).Any() || (Directory.Exists(options.DataPath) && Directory.EnumerateFileSystemEntries(options.DataPath).Any()))
        {
            return;
        }

        await Console.Out.WriteLineAsync("Playing the demo study up to today; this takes about a minute, once.").ConfigureAwait(false);
        var request = DemoStudy.Until(options.Time.Today(), options.DataPath) with { PublicAddress = options.Urls.Split(';')[0].Trim() };
        await Rehearsal.RunAsync(request, p => Console.Out.WriteLine($"  {p.Today:uuuu-MM-dd}: {p.Over} of {p.Sites} sites active or ended"), cancellationToken).ConfigureAwait(false);
    }
}
