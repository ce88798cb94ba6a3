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
    private readonly BackgroundRelays relays;

    /// <summary>Composes; <see cref="Start"/> begins deliveries.</summary>
    /// <param name="types">The kinds of actors.</param>
    /// <param name="catalog">Their commands and events.</param>
    /// <param name="storage">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handlers">Who carries mail and calendar entries.</param>
    /// <param name="options">How this process hosts.</param>
    /// <param name="logger">For what goes wrong in the background.</param>
    /// <param name="hosting">Where actors live, given this process's own place for them; null: all of them here.</param>
    public StartupRuntime(
        IEnumerable<IActorType> types, ContractCatalog catalog, IStorage storage, TimeProvider time,
        Func<IEnumerable<IEffectHandler>>? handlers = null, RuntimeOptions? options = null, ILogger? logger = null,
        Func<LocalRuntime, IActorHost>? hosting = null)
    {
        Options = options ?? new RuntimeOptions();
        Storage = storage;
        Time = time;
        Shells = new ActorShells(types, catalog);
        Local = new LocalRuntime(Shells, storage, time, Options);
        var actors = hosting?.Invoke(Local) ?? Local;
        Actors = actors;
        var dispatcher = new Dispatcher(actors, storage.Deliveries, Shells, () => Careful(handlers?.Invoke() ?? []), time, Options);
        var timers = new TimerFiring(actors, storage.Deliveries, Shells);
        logger ??= NullLogger.Instance;
        Sweeps = new RelaySweeps(storage.Deliveries, dispatcher, timers, time, Options, logger);
        relays = new BackgroundRelays(Local, storage.Deliveries, dispatcher, Sweeps, time, Options, logger);
        Driver = new RuntimeDriver(storage.Deliveries, dispatcher, timers, time);
    }

    /// <summary>The door to the actors.</summary>
    public IActorRuntime Actors { get; }

    /// <summary>This process's own place for actors; the door leads here unless a cluster decides who hosts what.</summary>
    public LocalRuntime Local { get; }

    /// <summary>Looks at waiting messages and timers, for whoever owns them.</summary>
    public RelaySweeps Sweeps { get; }

    /// <summary>The database.</summary>
    public IStorage Storage { get; }

    /// <summary>Rules of all kinds.</summary>
    public ActorShells Shells { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

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

    private IEnumerable<IEffectHandler> Careful(IEnumerable<IEffectHandler> handlers) =>
        Storage.Upkeep is { } upkeep ? handlers.Select(h => new HeldEffects(h, upkeep)) : handlers;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await relays.DisposeAsync().ConfigureAwait(false);
        if (Actors is IAsyncDisposable elsewhere && Actors != Local)
        {
            await elsewhere.DisposeAsync().ConfigureAwait(false);
        }

        await Local.DisposeAsync().ConfigureAwait(false);
    }
}
