using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>
/// Whom a caller may see: oneself; staff who work in an area that meets the caller's; contacts of sites in the caller's
/// scope. Who reads the whole organisation sees everybody.
/// </summary>
public sealed class PeopleVisibility(IViewQueries views)
{
    private const int MostSites = 5000;

    /// <summary>A test for people, prepared once a request.</summary>
    public async Task<Func<ActorId, PersonState, bool>> ForAsync(Caller caller, CancellationToken cancellationToken)
    {
        var scope = caller.ScopeOf(Right.ReadPersonal);
        if (scope.Everything)
        {
            return static (_, _) => true;
        }

        var contacts = new HashSet<string>(StringComparer.Ordinal);
        if (scope.Parts.Count > 0)
        {
            var sites = await views.QueryAsync(new ViewQuery(ActorKind.Site, scope) { Limit = MostSites }, cancellationToken);
            foreach (var site in sites.Items)
            {
                foreach (var (_, people) in site.Row.Doc.Where(d => d.Key.StartsWith("contact.", StringComparison.Ordinal)))
                {
                    Collect(people, contacts);
                }
            }
        }

        return (id, person) => id == caller.Person
            || (person.Kind == PersonKind.Staff && scope.Parts.Count > 0 && person.Grants.Any(g => scope.Parts.Any(p => Meets(p, g.Scope.AsPart()))))
            || contacts.Contains(id.Key);
    }

    private static bool Meets(ScopePart one, ScopePart other) =>
        Same(one.Sponsor, other.Sponsor) && Same(one.Study, other.Study) && Same(one.Country, other.Country) && Same(one.Site, other.Site);

    private static bool Same(string? one, string? other) => one is null || other is null || one == other;

    private static void Collect(JsonNode? node, HashSet<string> keys)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (_, value) in o)
                {
                    Collect(value, keys);
                }

                break;
            case JsonArray a:
                foreach (var item in a)
                {
                    Collect(item, keys);
                }

                break;
            case JsonValue v when v.TryGetValue<string>(out var text):
                keys.Add(text);
                break;
            default:
                break;
        }
    }
}
