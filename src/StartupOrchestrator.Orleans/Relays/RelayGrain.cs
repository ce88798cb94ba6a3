using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using StartupOrchestrator.Runtime.Composition;

namespace StartupOrchestrator.Orleans.Relays;

/// <summary>
/// Looks for waiting messages or due timers, as one owner in the cluster. A paused owner that comes back beside its
/// follower does no harm (rows are leased, effects have keys) and finds in its own note that it was followed.
/// </summary>
[GrainType("relay")]
public sealed partial class RelayGrain(
    StartupRuntime runtime, TimeProvider time, ILogger<RelayGrain> log, [PersistentState("note", RelayGrain.Notes)] IPersistentState<RelayNote> note) : Grain, IRelayGrain, IRemindable, IAsyncDisposable
{
    /// <summary>Name of the storage of notes.</summary>
    public const string Notes = "notes";

    /// <summary>Key of the relay of messages.</summary>
    public const string Messages = "messages";

    /// <summary>Key of the relay of timers.</summary>
    public const string Timers = "timers";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan NoteEvery = TimeSpan.FromSeconds(10);
    private RelayLoop? loop;
    private long before;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DelayDeactivation(TimeSpan.FromDays(3650));
        await this.RegisterOrUpdateReminder("keep going", Minute, Minute, cancellationToken);
        before = note.State.Carried;
        note.State.Owner = RuntimeIdentity;
        note.State.Since = time.GetUtcNow();
        await NoteAsync();
        this.RegisterGrainTimer(NoteAsync, NoteEvery, NoteEvery);
        var name = this.GetPrimaryKeyString();
        loop = new RelayLoop(name, runtime, name == Messages ? runtime.Sweeps.MessagesAsync : runtime.Sweeps.TimersAsync, time, log);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await DisposeAsync();

    /// <summary>Stops looking.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref loop, null) is { } running)
        {
            await running.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public Task<RelayNote> KeepGoingAsync() => Task.FromResult(new RelayNote
    {
        Owner = note.State.Owner,
        Since = note.State.Since,
        Looked = loop?.Looked ?? default,
        Carried = before + (loop?.Carried ?? 0),
    });

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private async Task NoteAsync()
    {
        try
        {
            note.State.Carried = before + (loop?.Carried ?? 0);
            note.State.Looked = loop?.Looked ?? time.GetUtcNow();
            await note.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            DeactivateOnIdle();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotNoted(log, this.GetPrimaryKeyString(), e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay of {What} could not note how far it is; it goes on.")]
    private static partial void LogNotNoted(ILogger logger, string what, Exception e);
}
