using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Processes;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A site with which a study starts.</summary>
/// <param name="Key">Key of <c>site/…</c>.</param>
/// <param name="TimeZone">IANA zone of the site; that of the country when null.</param>
/// <param name="Settings">What differs from the study's settings at this site, for example <c>masterCda</c>.</param>
public sealed record StartingSite(string Key, string? TimeZone = null, JsonObject? Settings = null);

/// <summary>A country with which a study starts.</summary>
/// <param name="Iso2">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Pack">Its rules.</param>
/// <param name="Sites">Its sites.</param>
public sealed record StartingCountry(string Iso2, CountryPack Pack, ImmutableArray<StartingSite> Sites);

/// <summary>Starts a study: a process with one item, the study's plan, which starts the countries' plans, which start the sites'.</summary>
public static class StudyStart
{
    /// <summary>The plan of a study.</summary>
    public static ActorId Plan(string study) => new(ActorKind.Workflow, $"{study}.start-up");

    /// <summary>The process that shows the start's progress.</summary>
    public static ActorId Process(string study) => new(ActorKind.Process, $"{study}.start");

    /// <summary>The command to the process.</summary>
    /// <param name="sponsor">Sponsor key.</param>
    /// <param name="study">Study key.</param>
    /// <param name="countries">Countries and sites to begin with; others can be started later.</param>
    /// <param name="year">Year of the start.</param>
    /// <param name="settings">What sponsor or study decides, for example <c>ipAtSiteBeforeActivation</c>, <c>rms</c>.</param>
    /// <param name="definition">The plan to run; the product's standard when null.</param>
    public static StartProcess Command(
        string sponsor, string study, IReadOnlyList<StartingCountry> countries, int year, JsonObject? settings = null, string? definition = null) => new(
        "study-start", "Start of the study",
        [new ProcessItem("plan", Plan(study), new StartPlan(definition ?? StandardDefinitions.Study, new Scope(sponsor, study), Inputs(countries, year, settings), Correlation: study), "exists")],
        Dispatch: true, sponsor, study);

    /// <summary>Inputs of the study's plan.</summary>
    public static JsonObject Inputs(IReadOnlyList<StartingCountry> countries, int year, JsonObject? settings) => new()
    {
        ["settings"] = settings?.DeepClone() ?? new JsonObject(),
        ["countries"] = new JsonArray([.. countries.Select(c => (JsonNode?)new JsonObject
        {
            ["country"] = c.Iso2,
            ["pack"] = PackInputs.Of(c.Iso2, c.Pack, year),
            ["sites"] = new JsonArray([.. c.Sites.Select(s => Site(s, settings))]),
        })]),
    };

    private static JsonObject Site(StartingSite site, JsonObject? study)
    {
        var item = new JsonObject { ["site"] = site.Key };
        if (site.TimeZone is not null)
        {
            item["timeZone"] = site.TimeZone;
        }

        if (site.Settings is not null)
        {
            var settings = (JsonObject)(study?.DeepClone() ?? new JsonObject());
            foreach (var (name, value) in site.Settings)
            {
                settings[name] = value?.DeepClone();
            }

            item["settings"] = settings;
        }

        return item;
    }
}
