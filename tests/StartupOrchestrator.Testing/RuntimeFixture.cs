using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Local;
using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Testing;

/// <summary>A runtime over one database, driven by hand on a virtual clock, with probes of every kind.</summary>
public sealed class RuntimeFixture : IAsyncDisposable
{
    private int commands;

    public RuntimeFixture(IStorage? storage = null, VirtualClock? clock = null, RuntimeOptions? options = null, params IEffectHandler[] handlers)
    {
        Clock = clock ?? new VirtualClock(Instant.FromUtc(2026, 3, 12, 8, 0));
        Storage = storage ?? new MemoryStorage();
        Runtime = Compose(Storage, Clock, options ?? new RuntimeOptions { Background = false }, handlers);
        Runtime.Start();
    }

    /// <summary>Hosts the actors elsewhere than in the fixture's own process: the same tests then hold for a cluster.</summary>
    public static Func<IStorage, TimeProvider, RuntimeOptions, IEffectHandler[], LocalRuntime, IActorHost>? Elsewhere { get; set; }

    public VirtualClock Clock { get; }

    public IStorage Storage { get; }

    public StartupRuntime Runtime { get; }

    public RuntimeDriver Driver => Runtime.Driver;

    /// <summary>A runtime of probes; start it.</summary>
    public static StartupRuntime Compose(IStorage storage, TimeProvider time, RuntimeOptions options, params IEffectHandler[] handlers) => new(
        ProbeActor.All, ProbeActor.Catalog, storage, time, () => handlers, options, null,
        Elsewhere is { } elsewhere ? local => elsewhere(storage, time, options, handlers, local) : null);

    public static ActorId Probe(string key, ActorKind kind = ActorKind.Task) => new(kind, key);

    public Task<CommandResult> SendAsync(ActorId target, Command command, string? id = null, long? expected = null, string by = "person/anna") =>
        Runtime.Actors.SendAsync(new Envelope(id ?? $"c{Interlocked.Increment(ref commands)}", target, command, new Origin(by)) { ExpectedVersion = expected }, CancellationToken.None);

    /// <summary>The state of a probe; its empty state when it does not exist.</summary>
    public async Task<ProbeState> StateAsync(ActorId id) =>
        (await Runtime.Actors.ReadAsync(id, CancellationToken.None))?.State as ProbeState ?? new ProbeActor(id.Kind).Empty;

    public async ValueTask DisposeAsync() => await Runtime.DisposeAsync();
}
