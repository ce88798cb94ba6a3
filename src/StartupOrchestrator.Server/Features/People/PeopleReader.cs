using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>Reads people, for lists, pickers and the pages of administrators.</summary>
public sealed class PeopleReader(IActorRuntime runtime, IViewQueries views, PersonalText personal, PeopleVisibility visibility)
{
    private const int Most = 5000;

    /// <summary>People whom the caller may see, by name; at most 5,000.</summary>
    public async Task<IReadOnlyList<PersonLine>> ListAsync(Caller caller, PersonKind? kind, string? search, CancellationToken cancellationToken)
    {
        var sees = await visibility.ForAsync(caller, cancellationToken);
        var rows = await views.QueryAsync(new ViewQuery(ActorKind.Person, ViewScope.All) { Limit = Most, Sort = "status" }, cancellationToken);
        var lines = new List<PersonLine>();
        foreach (var row in rows.Items)
        {
            if (await LineAsync(row, caller, sees, cancellationToken) is { } line && (kind is null || line.Kind == kind) && Matches(line, search))
            {
                lines.Add(line);
            }
        }

        return [.. lines.OrderBy(l => l.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>One person; null when the caller may not see them.</summary>
    public async Task<PersonLine?> FindAsync(string key, Caller caller, CancellationToken cancellationToken) =>
        await views.FindAsync(new ActorId(ActorKind.Person, key), ViewScope.All, cancellationToken) is { } row
            ? await LineAsync(row, caller, await visibility.ForAsync(caller, cancellationToken), cancellationToken)
            : null;

    private async Task<PersonLine?> LineAsync(StoredView row, Caller caller, Func<ActorId, PersonState, bool> sees, CancellationToken cancellationToken)
    {
        if (await runtime.ReadAsync(row.Id, cancellationToken) is not { State: PersonState person } || !sees(row.Id, person))
        {
            return null;
        }

        var manages = caller.HasEverywhere(Right.ManagePeople);
        return new PersonLine(
            row.Id.Key, row.Version, person.Kind ?? PersonKind.Contact, await personal.ResolveAsync(person.Name, true, cancellationToken), await personal.ResolveAsync(person.Email, true, cancellationToken),
            person.Organisation, person.Language, person.TimeZone, row.Row.Status, Words.Status(row.Row.Status), person.Password is not null, manages ? [.. person.Grants.Select(Line)] : []);
    }

    private static bool Matches(PersonLine line, string? search) =>
        string.IsNullOrWhiteSpace(search)
        || new[] { line.Name, line.Email, line.Organisation }.Any(t => t?.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase) is true);

    private static GrantLine Line(Grant grant) => new(
        grant.Id, grant.Role, RoleBundle.Find(grant.Role)?.Name ?? grant.Role, grant.Scope.Sponsor, grant.Scope.Study, grant.Scope.Country, grant.Scope.Site, grant.From, grant.To);
}
