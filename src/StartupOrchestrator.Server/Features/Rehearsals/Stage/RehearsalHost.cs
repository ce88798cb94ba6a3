using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>The whole product on a clock that we move, over a database of its own, born rehearsal. Its mail only goes to its pickup folder.</summary>
internal sealed class RehearsalHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private RehearsalHost(WebApplication app, VirtualClock clock, Uri address, string folder, string administratorToken)
    {
        this.app = app;
        Clock = clock;
        Address = address;
        Folder = folder;
        AdministratorToken = administratorToken;
    }

    /// <summary>The clock.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Where the product answers.</summary>
    public Uri Address { get; }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    /// <summary>Token of the local operator, who enters the cast.</summary>
    public string AdministratorToken { get; }

    /// <summary>Delivers what is due.</summary>
    public RuntimeDriver Driver => app.Services.GetRequiredService<RuntimeDriver>();

    /// <summary>Services of the product, for reading.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts the product on a new folder.</summary>
    /// <exception cref="RehearsalException">The folder already holds a database.</exception>
    public static async Task<RehearsalHost> StartAsync(RehearsalRequest request, Instant begin, CancellationToken cancellationToken)
    {
        var folder = request.Folder;
        if (!request.Resume && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new RehearsalException($"{folder} is not empty. A dry run makes a database of its own: name a new folder, or go on with --resume.");
        }

        var clock = new VirtualClock(begin);
        var app = ProductHost.Build(new ProductOptions
        {
            DataDirectory = folder,
            Urls = "http://127.0.0.1:0",
            Nature = "rehearsal",
            Connection = request.Connection,
            Cluster = request.Cluster,
            Time = clock,
            DeliverByHand = true,
            HostArguments = ["--Logging:LogLevel:Default=Error", "--Logging:Console:LogToStandardErrorThreshold=Trace", $"--Mail:PublicAddress={request.PublicAddress}"],
        });
        await app.StartAsync(cancellationToken);
        await CheckAsync(app.Services, request, clock, cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var token = await app.Services.GetRequiredService<LocalOperatorAccount>().NewTokenAsync();
        return new RehearsalHost(app, clock, new Uri(address), folder, token);
    }

    /// <summary>A new one begins on an empty database; one that goes on stands where its records end.</summary>
    private static async Task CheckAsync(IServiceProvider services, RehearsalRequest request, VirtualClock clock, CancellationToken cancellationToken)
    {
        var storage = services.GetRequiredService<IStorage>();
        if (!request.Resume)
        {
            var studies = await storage.Views.QueryAsync(new ViewQuery(ActorKind.Study, ViewScope.All) { Limit = 1 }, cancellationToken);
            if (studies.Items.Count > 0)
            {
                throw new RehearsalException("The database already holds a study. A dry run needs an empty one of its own; with --resume it goes on with its own.");
            }
        }
        else if (await storage.Journal.AuditAsync(new AuditQuery(null, null, null, null, null, null, 1, null), cancellationToken) is [var last])
        {
            clock.AdvanceTo(Instant.Max(last.Fact.At, RehearsalClock.Kept(request.Folder) ?? Instant.MinValue));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
