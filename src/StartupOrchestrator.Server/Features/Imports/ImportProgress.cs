using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Processes;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>How far an import is.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Status">running, done, done-with-failures or cancelled.</param>
/// <param name="Items">How many things it changes.</param>
/// <param name="Done">How many of them stand.</param>
public sealed record ImportProgress(string Id, string Status, int Items, int Done);

/// <summary>Counts what stands: the process knows what it sent, the rows say what arrived.</summary>
internal sealed class ImportProgressReader(IActorRuntime runtime, IViewQueries views)
{
    /// <summary>Null when there is no such import in the caller's area.</summary>
    public async Task<ImportProgress?> ReadAsync(string key, Caller caller, CancellationToken cancellationToken)
    {
        var id = new ActorId(ActorKind.Process, key);
        if (await views.FindAsync(id, caller.Readable(ActorKind.Process), cancellationToken) is null
            || await runtime.ReadAsync(id, cancellationToken) is not { State: ProcessState { Study: { } study } state })
        {
            return null;
        }

        var standing = await ExistingStudy.ReadAsync(views, ViewScope.All, study, cancellationToken);
        HashSet<ActorId> ids = [.. standing.Countries.Values.Select(c => c.Id), .. standing.Sites.Select(s => s.Id), .. standing.Study is null ? [] : new[] { standing.Study.Id }];
        var done = state.Items.Count(i => ids.Contains(i.Target));
        return new ImportProgress(key, done < state.Items.Length ? "running" : StatusName.Of(state.Status), state.Items.Length, done);
    }
}
