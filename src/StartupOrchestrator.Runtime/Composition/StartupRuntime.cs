using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Composition;

/// <summary>A runtime with everything around it, composed over one database. Disposing it stops deliveries and commits what is queued; the database stays open.</summary>
public sealed class StartupRuntime : IAsyncDisposable
{
    private readonly LocalRuntime local;
    private readonly BackgroundRelays relays;

    /// <summary>Composes; <see cref="Start"/> begins deliveries.</summary>
    /// <param name="types">The kinds of actors.</param>
    /// <param name="catalog">Their commands and events.</param>
    /// <param name="storage">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handlers">Who carries mail and calendar entries.</param>
    /// <param name="options">How this process hosts.</param>
    /// <param name="logger">For what goes wrong in the background.</param>
    public StartupRuntime(
        IEnumerable<IActorType> types, ContractCatalog catalog, IStorage storage, TimeProvider time,
        Func<IEnumerable<IEffectHandler>>? handlers = null, RuntimeOptions? options = null, ILogger? logger = null)
    {
        Options = options ?? new RuntimeOptions();
        Storage = storage;
        Shells = new ActorShells(types, catalog);
        local = new LocalRuntime(Shells, storage, time, Options);
        var dispatcher = new Dispatcher(local, storage.Deliveries, Shells, handlers ?? (() => []), time, Options);
        var timers = new TimerFiring(local, storage.Deliveries, Shells);
        relays = new BackgroundRelays(local, storage.Deliveries, dispatcher, timers, time, Options, logger ?? NullLogger.Instance);
        Driver = new RuntimeDriver(storage.Deliveries, dispatcher, timers, time);
    }

    /// <summary>The door to the actors.</summary>
    public IActorRuntime Actors => local;

    /// <summary>The database.</summary>
    public IStorage Storage { get; }

    /// <summary>Rules of all kinds.</summary>
    public ActorShells Shells { get; }

    /// <summary>Options in force.</summary>
    public RuntimeOptions Options { get; }

    /// <summary>Delivers by hand, where <see cref="RuntimeOptions.Background"/> is false.</summary>
    public RuntimeDriver Driver { get; }

    /// <summary>Begins deliveries in the background, unless the options say otherwise.</summary>
    public void Start()
    {
        if (Options.Background)
        {
            relays.Start();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await relays.DisposeAsync().ConfigureAwait(false);
        await local.DisposeAsync().ConfigureAwait(false);
    }
}
