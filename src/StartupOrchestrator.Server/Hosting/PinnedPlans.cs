using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Definitions;
using StartupOrchestrator.Workflows.Instances;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>
/// Refuses to start where a running plan is pinned to a version that needs an activity which this program does not have:
/// it would go on by other rules than those it began with.
/// </summary>
internal sealed class PinnedPlans(IActorRuntime runtime, IViewQueries views, ProductOptions options) : IHostedService
{
    private static readonly string[] Alive = ["running", "blocked", "cancelling"];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Follow is not null)
        {
            return;
        }

        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["status"] = Alive };
        foreach (var key in (await views.CountByAsync(new ViewQuery(ActorKind.Workflow, ViewScope.All) { Where = where }, "type", cancellationToken)).Keys.Order(StringComparer.Ordinal))
        {
            if ((await runtime.ReadAsync(new ActorId(ActorKind.Definition, key), cancellationToken))?.State is DefinitionState state)
            {
                await CheckAsync(key, state, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CheckAsync(string key, DefinitionState state, CancellationToken cancellationToken)
    {
        foreach (var version in state.Versions)
        {
            if (DefinitionLibrary.TryRead(version.Content) is { } definition && PinnedActivities.Missing(definition) is { Count: > 0 } missing
                && await PinnedToAsync(key, version.Number, cancellationToken) is { } plan)
            {
                throw new ConfigurationMistakeException([
                    $"The running plan '{plan.Row.Title}' ({plan.Id}) is on version {version.Number} of '{state.Title}', which needs {string.Join(", ", missing.Select(m => $"{m.Type} version {m.Version}"))}; "
                    + "this program does not have it. Start the program that has it, and move its plans to another version there."]);
            }
        }
    }

    /// <summary>A living plan on the version; the rows are only read where the program lacks something.</summary>
    private async Task<StoredView?> PinnedToAsync(string key, int version, CancellationToken cancellationToken)
    {
        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["type"] = [key], ["status"] = Alive };
        string? cursor = null;
        do
        {
            var page = await views.QueryAsync(new ViewQuery(ActorKind.Workflow, ViewScope.All) { Where = where, Limit = 1000, Cursor = cursor }, cancellationToken);
            if (page.Items.FirstOrDefault(r => (int?)r.Row.Doc["version"] == version) is { } found)
            {
                return found;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        return null;
    }
}
