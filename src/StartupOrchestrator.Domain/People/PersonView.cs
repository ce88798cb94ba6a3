using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.People;

/// <summary>A person as a row. Names and addresses are references; hashes of passwords and tokens are nowhere in it.</summary>
internal static class PersonView
{
    public static string StatusOf(PersonState state) => state.Inactive ? "inactive" : state.Locked ? "locked" : "active";

    public static ViewRow? Of(PersonState state)
    {
        if (state.Kind is not { } kind)
        {
            return null;
        }

        var doc = new JsonObject
        {
            ["name"] = Node(state.Name), ["email"] = Node(state.Email), ["accountHash"] = state.AccountHash, ["language"] = state.Language,
            ["timeZone"] = state.TimeZone, ["organisation"] = state.Organisation, ["canSignIn"] = state.Password is not null, ["mailBounced"] = state.MailBounced,
            ["passwordSet"] = state.Password?.Id[..8], ["failedSignIns"] = state.FailedSignIns,
            ["closedUntil"] = state.ClosedUntil is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
            ["lastSignIn"] = state.LastSignIn is { } last ? InstantPattern.ExtendedIso.Format(last) : null,
            ["grants"] = new JsonArray([.. state.Grants.Select(g => JsonSerializer.SerializeToNode(g, DomainJson.Options))]),
            ["tokens"] = new JsonArray([.. state.Tokens.Select(t => (JsonNode)$"{t.Label} ({t.Id[..8]})")]),
        };
        foreach (var name in doc.Where(m => m.Value is null).Select(m => m.Key).ToArray())
        {
            doc.Remove(name);
        }

        return new ViewRow { Type = kind == PersonKind.Staff ? "staff" : "contact", Status = StatusOf(state), Doc = doc };
    }

    private static JsonNode? Node(PersonalRef? value) => value is null ? null : JsonSerializer.SerializeToNode(value, DomainJson.Options);
}
