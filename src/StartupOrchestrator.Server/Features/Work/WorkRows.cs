using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>Finds the rows of a person's day: own tasks, those of roles held, what sites owe a specialist, decisions, documents.</summary>
public sealed class WorkRows(IViewQueries views, TimeProvider time)
{
    private const int Most = 5000;
    private const string SpecialistRole = "SUS";
    private static readonly string[] Statuses = ["open", "in-progress", "waiting"];

    /// <summary>Open tasks in scope: all of them, and which are the caller's.</summary>
    public async Task<(IReadOnlyList<StoredView> All, IReadOnlyList<StoredView> Mine)> TasksAsync(Caller caller, CancellationToken cancellationToken)
    {
        var tasks = await views.QueryAsync(
            new ViewQuery(ActorKind.Task, caller.ScopeOf(Right.DoTasks)) { Sort = "due", Limit = Most, Where = new Dictionary<string, IReadOnlyList<string>> { ["status"] = Statuses } }, cancellationToken);
        var roles = await MyRoles.ReadAsync(views, caller, cancellationToken);
        var assigns = caller.ScopeOf(Right.Assign);
        var today = time.Today();
        return (tasks.Items, [.. tasks.Items.Where(t => IsMine(t.Row))]);

        bool IsMine(ViewRow row) =>
            row.Owner == caller.Person.Key
            || (row.Owner is { } role && row.Doc["person"] is null && row.Doc["claimedBy"] is null && (roles.Holds(caller.Person.Key, role, row) ?? assigns.Covers(row)))
            || (row.Doc["questionOpen"]?.GetValue<bool>() is true && row.Doc["givenBy"]?.GetValue<string>() == caller.Person.Key)
            || (row.WaitingOn == "site" && (row.Due < today || row.Doc["questionOpen"]?.GetValue<bool>() is true) && roles.Holds(caller.Person.Key, SpecialistRole, row) is true);
    }

    /// <summary>Sites with a gate that others asked for and the caller may decide.</summary>
    public async Task<IReadOnlyList<StoredView>> GatesAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.HasSomewhere(Right.ApproveGates))
        {
            return [];
        }

        var sponsor = new ViewQuery(ActorKind.Site, caller.ScopeOf(Right.ApproveGates)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["waitingOn"] = ["sponsor"] }, Limit = Most };
        return [.. (await views.QueryAsync(sponsor, cancellationToken)).Items.Where(s => RequestedGate(s.Row) is { } gate && s.Row.Doc[$"gate.{gate}.requestedBy"]?.GetValue<string>() is { } by
            && !by.EndsWith(caller.Person.Key, StringComparison.Ordinal))];
    }

    /// <summary>Submissions that lie with a committee or authority: the caller's as specialist or regulatory person there, or everybody's.</summary>
    public async Task<IReadOnlyList<StoredView>> WithCommitteesAsync(Caller caller, bool team, CancellationToken cancellationToken)
    {
        if (!caller.HasSomewhere(Right.RecordStartUp))
        {
            return [];
        }

        var query = new ViewQuery(ActorKind.Submission, caller.ScopeOf(Right.RecordStartUp)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["waitingOn"] = ["authority", "ethics"] }, Sort = "waitingSince", Limit = Most };
        var rows = (await views.QueryAsync(query, cancellationToken)).Items;
        var roles = await MyRoles.ReadAsync(views, caller, cancellationToken);
        return [.. rows.Where(r => team || new[] { r.Row.Owner, SpecialistRole }.OfType<string>().Any(role => role == caller.Person.Key || roles.Holds(caller.Person.Key, role, r.Row) is true))];
    }

    /// <summary>Notes in which the caller was mentioned and has neither answered nor said that they saw it.</summary>
    public async Task<IReadOnlyList<StoredView>> MentionsAsync(Caller caller, CancellationToken cancellationToken)
    {
        var query = new ViewQuery(ActorKind.Note, caller.ScopeOf(Right.ReadPersonal)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["status"] = ["open"] }, Sort = "-waitingSince", Limit = Most };
        return [.. (await views.QueryAsync(query, cancellationToken)).Items.Where(n => n.Row.Doc["waiting"] is System.Text.Json.Nodes.JsonArray waiting && waiting.Any(w => w!.GetValue<string>() == caller.Person.Key))];
    }

    /// <summary>The gate of a site that waits for a decision.</summary>
    public static string? RequestedGate(ViewRow site) => new[] { "ip-release", "activation" }.FirstOrDefault(g => site.Doc[$"gate.{g}"]?.GetValue<string>() == "requested");

    /// <summary>Rows of a kind in a status where the caller has the right.</summary>
    public async Task<IReadOnlyList<StoredView>> OfAsync(ActorKind kind, string status, Right right, Caller caller, CancellationToken cancellationToken) => !caller.HasSomewhere(right) ? [] :
        (await views.QueryAsync(new ViewQuery(kind, caller.ScopeOf(right)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["status"] = [status] }, Sort = "waitingSince", Limit = 200 }, cancellationToken)).Items;

    /// <summary>Rows of the sites and studies that these belong to, by <c>kind/key</c>.</summary>
    public async Task<IReadOnlyDictionary<string, ViewRow>> PlacesAsync(IEnumerable<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, ViewRow>(StringComparer.Ordinal);
        foreach (var id in rows.SelectMany(r => new ActorId?[] { r.Row.Site is { } s ? new ActorId(ActorKind.Site, s) : null, r.Row.Study is { } t ? new ActorId(ActorKind.Study, t) : null }).OfType<ActorId>().Distinct())
        {
            if (await views.FindAsync(id, caller.Readable(id.Kind), cancellationToken) is { } place)
            {
                places[id.ToString()] = place.Row;
            }
        }

        return places;
    }
}
