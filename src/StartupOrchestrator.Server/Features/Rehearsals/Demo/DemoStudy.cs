using NodaTime;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;

namespace StartupOrchestrator.Server.Features.Rehearsals.Demo;

/// <summary>The demo: a made-up study whose dry run began some months ago and stops today, so that some sites are active and others wait.</summary>
public static class DemoStudy
{
    private const string Key = "demo-301";
    private const string Sponsor = "example-pharma";
    private const int DaysBefore = 300;
    private const long Seed = 301;

    private static readonly (string Country, string City, string Institution, string Zone)[] Places =
    [
        ("DE", "Heidelberg", "University Hospital (fictional)", "Europe/Berlin"),
        ("DE", "Leipzig", "City Hospital (fictional)", "Europe/Berlin"),
        ("PL", "Lublin", "Regional Hospital (fictional)", "Europe/Warsaw"),
        ("PL", "Gdynia", "Maritime Clinic (fictional)", "Europe/Warsaw"),
        ("GB", "Leeds", "Royal Infirmary (fictional)", "Europe/London"),
        ("GB", "Cardiff", "Castle Hospital (fictional)", "Europe/London"),
        ("US", "Boston", "Harbor Medical Center (fictional)", "America/New_York"),
        ("US", "Denver", "Mountain Research Clinic (fictional)", "America/Denver"),
    ];

    /// <summary>What is played into an empty folder: everything up to the end of yesterday.</summary>
    public static RehearsalRequest Until(LocalDate today, string folder) => new(Copy(), Seed, folder, today.PlusDays(-DaysBefore), today.PlusDays(-1));

    private static StudyCopy Copy()
    {
        var numbers = new Dictionary<string, int>();
        var sites = new List<Copied<IdentifySite>>();
        foreach (var (country, city, institution, zone) in Places)
        {
            var code = $"{country}-{numbers[country] = numbers.GetValueOrDefault(country) + 1:00}";
            sites.Add(new($"{Key}.{code.ToLowerInvariant()}", new IdentifySite(Sponsor, Key, country, code, institution, city, zone, "list")));
        }

        return new StudyCopy(
            Key,
            new RegisterStudy("A demo study of an example medicine in adults with asthma", "DEMO-301", Sponsor, "Example Pharma (fictional)", "DEMO-301", null, "Phase 3", "Asthma", [.. numbers.Keys]),
            [.. numbers.Select(c => new Copied<AddCountry>(Scope.CountryOf(Key, c.Key).Key, new AddCountry(Sponsor, Key, c.Key, SitesPlanned: c.Value)))],
            sites);
    }
}
