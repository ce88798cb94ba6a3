using System.Text.Json;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.People;

/// <summary>Names of the people that records mention by key.</summary>
public sealed class PersonNames(IViewQueries views, IPersonalValues personal)
{
    /// <summary>Names by key; unknown and erased ones are missing. Pass keys of records only that the caller may read with their personal values.</summary>
    public async Task<IReadOnlyDictionary<string, PersonName>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var references = new Dictionary<string, (PersonalRef? Name, PersonalRef? Email)>(StringComparer.Ordinal);
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            if (await views.FindAsync(new ActorId(ActorKind.Person, key), ViewScope.All, cancellationToken) is { } row)
            {
                references[key] = (Reference(row, "name"), Reference(row, "email"));
            }
        }

        string[] ids = [.. references.Values.SelectMany(r => new[] { r.Name?.Id, r.Email?.Id }).OfType<string>()];
        var texts = ids.Length == 0 ? new Dictionary<string, string>() : await personal.ReadAsync(ids, cancellationToken);
        return references.ToDictionary(
            r => r.Key,
            r => new PersonName(r.Value.Name is { } n ? texts.GetValueOrDefault(n.Id) : null, r.Value.Email is { } e ? texts.GetValueOrDefault(e.Id) : null),
            StringComparer.Ordinal);
    }

    private static PersonalRef? Reference(StoredView row, string member) => row.Row.Doc[member]?.Deserialize<PersonalRef>(DomainJson.Options);
}

/// <summary>A person's name and address; null where erased.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address.</param>
public sealed record PersonName(string? Name, string? Email);
