namespace StartupOrchestrator.Server.Hosting;

/// <summary>Finds what cannot work before anything is opened: one sentence a mistake, each saying what to do.</summary>
internal static class OptionsCheck
{
    private static readonly string[] Natures = ["production", "training", "rehearsal"];

    /// <summary>All mistakes at once, so that nobody has to start five times.</summary>
    public static IEnumerable<string> Mistakes(ProductOptions options)
    {
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var host = url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal);
            if (!Uri.TryCreate(host, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                yield return $"--urls: '{url}' is not an address. Write for example {ProductOptions.DefaultUrls}.";
            }
        }

        if (options.Nature is { } nature && !Natures.Contains(nature, StringComparer.Ordinal))
        {
            yield return $"--nature: '{nature}' is unknown. Choose {string.Join(", ", Natures)}.";
        }

        if (options.Demo && options.Nature is not (null or "rehearsal"))
        {
            yield return "--demo: the demo is a dry run; its database is born rehearsal. Leave out --nature, or use another --data folder.";
        }

        if (options.Connection is { Length: 0 })
        {
            yield return "--connection: the connection string is empty. Leave it out to use SQLite in the data folder.";
        }

        if (options.Cluster && !ProductOptions.HasCluster)
        {
            yield return "--cluster: this build has no cluster in it. Build with the environment variable Orleans=true, or leave --cluster out: any number of processes may share one PostgreSQL without it.";
        }

        if (options.Cluster && options.Connection is null)
        {
            yield return "--cluster: a cluster needs a database that its hosts share. Give --connection.";
        }

        if (options.Follow is not null && !options.Cluster)
        {
            yield return "--follow: a dry run is followed by hosts of its cluster. Give --cluster too.";
        }

        if (options.ClusterAddress is { } address && !System.Net.IPAddress.TryParse(address, out _))
        {
            yield return $"--cluster-address: '{address}' is not an address of this machine. Write for example 10.0.0.5.";
        }

        if (!options.InMemory && File.Exists(options.DataPath))
        {
            yield return $"--data: '{options.DataPath}' is a file. Give a folder.";
        }
    }
}

/// <summary>The product cannot start as it is configured; the message lists every mistake.</summary>
public sealed class ConfigurationMistakeException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    /// <summary>One sentence each.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
