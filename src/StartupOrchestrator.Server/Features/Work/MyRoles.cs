using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>
/// Who does what a role is asked for: whoever holds it at the site, else in the country, else in the study. A role that
/// nobody holds is everybody's who may assign there, so that nothing waits for nobody.
/// </summary>
public sealed class MyRoles
{
    private readonly Dictionary<(string Place, string Role), HashSet<string>> holders = [];

    private MyRoles()
    {
    }

    /// <summary>Reads the teams of the caller's studies, countries and sites.</summary>
    public static async Task<MyRoles> ReadAsync(IViewQueries views, Caller caller, CancellationToken cancellationToken)
    {
        var roles = new MyRoles();
        foreach (var kind in new[] { ActorKind.Study, ActorKind.StudyCountry, ActorKind.Site })
        {
            var query = new ViewQuery(kind, caller.Readable(kind)) { Limit = 5000 };
            for (var page = await views.QueryAsync(query, cancellationToken); ; page = await views.QueryAsync(query with { Cursor = page.Next }, cancellationToken))
            {
                foreach (var row in page.Items)
                {
                    roles.Add(row);
                }

                if (page.Next is null)
                {
                    break;
                }
            }
        }

        return roles;
    }

    /// <summary>Is the task's role this person's to do? Null when nobody holds it.</summary>
    public bool? Holds(string person, string role, ViewRow place)
    {
        foreach (var key in new[] { $"site/{place.Site}", $"country/{place.Study}/{place.Country}", $"study/{place.Study}" })
        {
            if (holders.TryGetValue((key, role), out var people))
            {
                return people.Contains(person);
            }
        }

        return null;
    }

    private void Add(StoredView view)
    {
        var place = view.Id.Kind == ActorKind.Site ? $"site/{view.Id.Key}"
            : view.Id.Kind == ActorKind.StudyCountry ? $"country/{view.Row.Study}/{view.Row.Country}"
            : $"study/{view.Id.Key}";
        foreach (var (name, value) in view.Row.Doc)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && name[..dot] is "team" or "contact")
            {
                foreach (var person in value is JsonArray several ? several.Select(p => p!.GetValue<string>()) : [value!.GetValue<string>()])
                {
                    var key = (place, name[(dot + 1)..]);
                    (holders.TryGetValue(key, out var people) ? people : holders[key] = new HashSet<string>(StringComparer.Ordinal)).Add(person);
                }
            }
        }
    }
}
