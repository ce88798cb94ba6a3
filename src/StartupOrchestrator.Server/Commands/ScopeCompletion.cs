using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Commands;

/// <summary>
/// Callers name the nearest record only (a site, or a study and a country); sponsor, study and country above it are read
/// from it, so that nobody has to repeat them and nobody can mix them.
/// </summary>
public sealed class ScopeCompletion(IViewQueries views)
{
    /// <summary>Fills the scope of a body in place; what is not visible stays as it was and is refused later.</summary>
    public async Task CompleteAsync(JsonObject body, ActorKind kind, Caller caller, CancellationToken cancellationToken)
    {
        var place = kind is ActorKind.StudyCountry or ActorKind.Site or ActorKind.SavedView ? body : body["scope"] as JsonObject;
        if (place is null)
        {
            return;
        }

        var row = await FindAsync(Text(place, "site") is { } site && kind != ActorKind.Site ? new ActorId(ActorKind.Site, site) : null, caller, cancellationToken)
            ?? await FindAsync(Text(place, "study") is { } study ? new ActorId(ActorKind.Study, study) : null, caller, cancellationToken);
        if (row is null)
        {
            return;
        }

        place["sponsor"] = row.Row.Sponsor;
        if (row.Id.Kind == ActorKind.Site)
        {
            place["study"] = row.Row.Study;
            place["country"] = row.Row.Country;
        }
    }

    /// <summary>The key of what a command creates: spoken ones for studies, countries and sites, derived ones for the rest.</summary>
    /// <returns>Null when the body does not say enough.</returns>
    public static string? KeyOf(JsonObject body, ActorKind kind, string commandId) => kind switch
    {
        ActorKind.Study => Slug(Text(body, "registryId") ?? Text(body, "protocolNumber")),
        ActorKind.StudyCountry => Text(body, "study") is { } study && Text(body, "iso2") is { Length: 2 } iso2 ? Scope.CountryOf(study, iso2).Key : null,
        ActorKind.Site => Text(body, "study") is { } study && Slug(Text(body, "code")) is { } code ? $"{study}.{code}" : null,
        ActorKind.Document or ActorKind.Submission or ActorKind.Contract or ActorKind.Task or ActorKind.Person or ActorKind.Workflow or ActorKind.Definition
            or ActorKind.Process or ActorKind.Organisation or ActorKind.Trigger or ActorKind.Note or ActorKind.SavedView or ActorKind.Letter => DerivedId.From("new", commandId),
    };

    private static string? Slug(string? text)
    {
        var slug = string.Join('-', (text ?? "").ToLowerInvariant().Split([.. (text ?? "").ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? null : slug;
    }

    private async Task<StoredView?> FindAsync(ActorId? id, Caller caller, CancellationToken cancellationToken) =>
        id is null ? null : await views.FindAsync(id.Value, caller.Readable(id.Value.Kind), cancellationToken);

    private static string? Text(JsonObject o, string name) => o[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
