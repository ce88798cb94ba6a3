using System.Runtime.CompilerServices;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemoryRecords(MemoryTables tables) : IRecordKeeping
{
    public async IAsyncEnumerable<StreamState> StatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        StreamState[] states;
        lock (tables.Sync)
        {
            states = [.. tables.States.Select(s => new StreamState(s.Key, s.Value))];
        }

        foreach (var state in states)
        {
            yield return state;
        }
    }

    public Task<StoredView?> ViewAsync(string stream, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult(tables.View(ActorId.Parse(stream)));
        }
    }

    public Task<IReadOnlyList<AuditFact>> AuditAsync(string stream, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult<IReadOnlyList<AuditFact>>(tables.AuditByStream.TryGetValue(stream, out var facts) ? [.. facts] : []);
        }
    }

    public Task ReplaceAsync(string stream, StoredState state, ViewRow? view, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            var id = ActorId.Parse(stream);
            tables.States[stream] = state;
            if (view is not null)
            {
                tables.Put(new StoredView(id, state.Version, view));
            }
            else if (tables.Views.TryGetValue(id.Kind, out var rows))
            {
                rows.Remove(id.Key);
            }

            return Task.CompletedTask;
        }
    }
}
