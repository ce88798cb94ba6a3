using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using StartupOrchestrator.Runtime.Driving;
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
    public static async Task<RehearsalHost> StartAsync(string folder, Instant begin, string publicAddress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new RehearsalException($"{folder} is not empty. A dry run makes a database of its own: name a new folder.");
        }

        var clock = new VirtualClock(begin);
        var app = ProductHost.Build(new ProductOptions
        {
            DataDirectory = folder,
            Urls = "http://127.0.0.1:0",
            Nature = "rehearsal",
            Time = clock,
            DeliverByHand = true,
            HostArguments = ["--Logging:LogLevel:Default=Error", $"--Mail:PublicAddress={publicAddress}"],
        });
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var token = await app.Services.GetRequiredService<LocalOperatorAccount>().NewTokenAsync();
        return new RehearsalHost(app, clock, new Uri(address), folder, token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
