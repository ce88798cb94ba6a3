using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Records;

namespace StartupOrchestrator.Server.Features.BlockedSteps;

/// <summary>Finds what waits although nobody can act: tasks of a role that nobody holds.</summary>
public sealed class StuckWaits(IViewQueries views)
{
    private const int Most = 200;
    private static readonly string[] OpenTasks = ["open", "in-progress", "waiting"];

    /// <summary>Open tasks whose role nobody holds at the site, in the country or in the study.</summary>
    public async Task<IReadOnlyList<BlockedStepLine>> TasksAsync(RecordFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        if ((filter with { Status = OpenTasks, Sort = "waitingSince", Limit = Most, Cursor = null }).ToQuery(ActorKind.Task, caller, out var tasks) is not null)
        {
            return [];
        }

        var lines = new List<BlockedStepLine>();
        var holders = new Dictionary<ActorId, StoredView?>();
        foreach (var role in (await views.CountByAsync(tasks, "owner", cancellationToken)).Keys.Where(IsRole).Order(StringComparer.Ordinal))
        {
            var where = new Dictionary<string, IReadOnlyList<string>>(tasks.Where) { ["owner"] = [role] };
            foreach (var task in (await views.QueryAsync(tasks with { Where = where }, cancellationToken)).Items)
            {
                if (!await IsHeldAsync(role, task.Row, holders, cancellationToken))
                {
                    lines.Add(new BlockedStepLine(
                        "task", "", task.Version, null, task.Id.Key, task.Row.Code, task.Row.Title, "role-empty",
                        $"Nobody holds the role {role} {(task.Row.Site is null ? "in the study" : "at the site or in the study")}. Name somebody; the task then goes to them.",
                        task.Row.WaitingSince is { } since ? LocalDatePattern.Iso.Format(since) : null, task.Row.Study, task.Row.Country, task.Row.Site));
                }
            }
        }

        return lines;
    }

    private async Task<bool> IsHeldAsync(string role, ViewRow task, Dictionary<ActorId, StoredView?> known, CancellationToken cancellationToken)
    {
        var scope = new Domain.Actors.Shared.Scope(task.Sponsor, task.Study, task.Country, task.Site);
        foreach (var place in new[] { scope.SiteActor, scope.CountryActor, scope.StudyActor }.OfType<ActorId>())
        {
            if (!known.TryGetValue(place, out var view))
            {
                known[place] = view = await views.FindAsync(place, ViewScope.All, cancellationToken);
            }

            if (view?.Row.Doc[$"contact.{role}"] is System.Text.Json.Nodes.JsonArray { Count: > 0 } || view?.Row.Doc[$"team.{role}"] is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Owners are role codes or keys of people; the codes are short and upper case.
    private static bool IsRole(string owner) => owner.Length is >= 2 and <= 4 && owner.All(char.IsAsciiLetterUpper);
}
