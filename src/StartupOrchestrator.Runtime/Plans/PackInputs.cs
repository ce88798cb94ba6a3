using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>
/// What plans read of a country pack, as plain data that is pinned to the plan at its start: how authority and ethics work
/// together, what sites need besides, documents, languages, working days. Differences between countries are data, so one
/// standard plan serves all.
/// </summary>
public static class PackInputs
{
    /// <summary>Makes the input <c>pack</c> of a country's plan.</summary>
    /// <param name="iso2">Country code.</param>
    /// <param name="pack">Its pack, bases joined in.</param>
    /// <param name="from">Year of the start: holidays of it and the two years after go with the plan.</param>
    public static JsonObject Of(string iso2, CountryPack pack, int from)
    {
        var model = pack.SubmissionModel?.Value ?? SubmissionModel.Unknown;
        var site = pack.Steps.Where(s => s.Level == ScopeLevel.Site).ToList();
        var inputs = new JsonObject
        {
            ["country"] = iso2,
            ["version"] = pack.Version,
            ["submissionModel"] = model switch
            {
                SubmissionModel.Ctr => "eu-ctr",
                SubmissionModel.Combined => "combined",
                SubmissionModel.EthicsFirst => "ethics-first",
                SubmissionModel.AuthorityFirst => "authority-first",
                SubmissionModel.Parallel or SubmissionModel.Unknown => "parallel",
            },
            ["centralEthics"] = model is not (SubmissionModel.Combined or SubmissionModel.Ctr) && !site.Any(s => s.Milestone is "SI-180" && IsOnlyLocal(pack)),
            ["localEthics"] = site.Any(s => s.Milestone is "SI-170" or "SI-180"),
            ["governance"] = site.Any(s => s.Milestone is "SI-190"),
            ["importLicence"] = pack.Steps.Any(s => s.Milestone is "CO-140"),
            ["authority"] = pack.Authority?.Value.Name ?? "",
            ["ethics"] = pack.Ethics?.Value.Name ?? "",
            ["contractTemplate"] = pack.ContractModel?.Value ?? "standard",
            ["languages"] = new JsonArray([.. (pack.ParticipantLanguages?.Value ?? ["en"]).Select(l => (JsonNode?)l)]),
            ["timeZone"] = pack.TimeZones is { Value: [var zone, ..] } ? zone : null,
            ["siteDocuments"] = Documents(pack, ScopeLevel.Site),
            ["countryDocuments"] = Documents(pack, ScopeLevel.Country),
        };
        if (pack.Weekend is { } weekend)
        {
            inputs["weekend"] = new JsonArray([.. weekend.Value.Select(d => (JsonNode?)d.ToString())]);
            inputs["holidays"] = Dates(pack.Holidays.Where(h => h.Subdivision is null).Select(h => h.Date), from);
            inputs["madeUpDays"] = Dates(pack.MadeUpDays.Where(h => h.Subdivision is null).Select(h => h.Date), from);
        }

        return inputs;
    }

    private static bool IsOnlyLocal(CountryPack pack) => pack.Steps.All(s => s.Milestone is not ("CO-090" or "CO-100"));

    private static JsonArray Dates(IEnumerable<LocalDate> dates, int from) =>
        new([.. dates.Where(d => d.Year >= from && d.Year <= from + 2).Distinct().Order().Select(d => (JsonNode?)LocalDatePattern.Iso.Format(d))]);

    /// <summary>Documents that hold without a condition; those under a condition are added by people who can judge it.</summary>
    private static JsonArray Documents(CountryPack pack, ScopeLevel level) => new([.. pack.Documents
        .Where(d => d.Level == level && d.When is null)
        .Select(d => (JsonNode?)new JsonObject
        {
            ["type"] = d.Type, ["title"] = d.Title, ["artefact"] = d.Artefact, ["ownerRole"] = d.OwnerRole, ["secondReview"] = d.SecondReview, ["language"] = d.Language,
            ["requiredFor"] = d.RequiredFor.IsDefaultOrEmpty ? new JsonArray() : new JsonArray([.. d.RequiredFor.Select(g => (JsonNode?)StatusName.Of(g))]),
            ["expiry"] = JsonSerializer.SerializeToNode(d.Expiry, DomainJson.Options),
        })]);
}
