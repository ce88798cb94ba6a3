using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;

namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>Made-up contacts at each site, so that its tasks go out as mail. Their addresses lie in a domain that nobody can have.</summary>
internal static class SiteContacts
{
    private static readonly (string Role, string Title)[] Roles =
        [("PI", "Investigator"), ("SC", "Coordinator"), ("SAD", "Contract office"), ("PHA", "Pharmacy"), ("LAB", "Laboratory"), ("ISG", "Signatory")];

    public static async Task EnterAsync(ApiSession specialist, Copied<IdentifySite> site, CancellationToken cancellationToken)
    {
        foreach (var (role, title) in Roles)
        {
            var person = new JsonObject
            {
                ["kind"] = "contact",
                ["name"] = $"{title} of {site.Command.Code} (dry run)",
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
