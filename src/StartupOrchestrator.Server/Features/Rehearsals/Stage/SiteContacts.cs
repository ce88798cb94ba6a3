using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;

namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>Made-up contacts at each site, so that its tasks go out as mail. Their addresses lie in a domain that nobody can have.</summary>
internal static class SiteContacts
{
    private static readonly string[] Roles = ["PI", "SC", "SAD", "PHA", "LAB", "ISG"];

    /// <summary>Family names that stand for nobody, so that lists read as lists of people do.</summary>
    private static readonly string[] Families =
        ["Arden", "Berling", "Corvin", "Dalmer", "Estrel", "Farrow", "Gelden", "Harrow", "Ilvar", "Jorn", "Kestrel", "Lindal", "Marlow", "Norrin", "Ostrow", "Perrin", "Quill", "Roven", "Selmer"];

    private static readonly string[] Given = ["Anna", "Bela", "Cara", "David", "Emil", "Frida", "Greta", "Hugo", "Iris", "Jonas", "Karla", "Leon", "Mira", "Nils", "Olga", "Paul", "Rosa"];

    /// <summary>Enters the contacts of one site.</summary>
    public static async Task EnterAsync(ApiSession specialist, Copied<IdentifySite> site, CancellationToken cancellationToken)
    {
        var start = site.Key.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 10_007);
        foreach (var (at, role) in Roles.Index())
        {
            var name = $"{(role == "PI" ? "Dr. " : "")}{Given[(start + (at * 5)) % Given.Length]} {Families[(start + (at * 7)) % Families.Length]}";
            var person = new JsonObject
            {
                ["kind"] = "contact",
                ["name"] = name,
                ["email"] = $"{role.ToLowerInvariant()}.{site.Key.Replace('.', '-')}@example.invalid",
                ["language"] = site.Command.Iso2 is "DE" or "AT" ? "de" : "en",
                ["timeZone"] = site.Command.TimeZone,
                ["organisation"] = site.Command.Institution,
            };
            var key = (await specialist.PostAsync("people", person, cancellationToken)).Require($"enter a contact of {site.Key}")["key"]!.GetValue<string>();
            var assign = CommandBody.Of(new AssignContact(role, key), "site.assign-contact");
            (await specialist.PostAsync($"sites/{site.Key}/commands", assign, cancellationToken)).Require($"assign a contact of {site.Key}");
        }
    }
}
