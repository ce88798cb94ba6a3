using NodaTime;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;

namespace StartupOrchestrator.Server.Features.Rehearsals.Demo;

/// <summary>The demo: a made-up study whose dry run began some months ago and stops today, in the middle of start-up. Its hospitals and people do not exist.</summary>
public static class DemoStudy
{
    /// <summary>Key of the study.</summary>
    public const string Key = "demo-301";

    private const string Sponsor = "example-pharma";
    private const int DaysBefore = 215;
    private const long Seed = 2;

    private static readonly (string Country, string City, string Institution, string Zone)[] Places =
    [
        ("DE", "Heidelberg", "Klinikum Lindental", "Europe/Berlin"),
        ("DE", "Leipzig", "Pleißenklinik", "Europe/Berlin"),
        ("DE", "Kiel", "Fördekrankenhaus", "Europe/Berlin"),
        ("PL", "Lublin", "Szpital Brzegowo", "Europe/Warsaw"),
        ("PL", "Gdynia", "Klinika Nadmorska", "Europe/Warsaw"),
        ("CZ", "Brno", "Nemocnice Lipová", "Europe/Prague"),
        ("CZ", "Olomouc", "Klinika Zelený Dvůr", "Europe/Prague"),
        ("GB", "Leeds", "Aireside Infirmary", "Europe/London"),
        ("GB", "Cardiff", "Castle Gate Hospital", "Europe/London"),
        ("US", "Boston", "Harbor Pines Clinic", "America/New_York"),
        ("US", "Denver", "Prairie Hill Medical Center", "America/Denver"),
        ("US", "Chicago", "Lakeview Lung Associates", "America/Chicago"),
        ("CA", "Halifax", "Northport Chest Centre", "America/Halifax"),
        ("CA", "Calgary", "Foothill Respiratory Clinic", "America/Edmonton"),
        ("HU", "Szeged", "Tiszaparti Kórház", "Europe/Budapest"),
        ("HU", "Pécs", "Mecsek Klinika", "Europe/Budapest"),
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
            new RegisterStudy("A demo study of an example medicine in adults with asthma", "DEMO-301", Sponsor, "Example Pharma (fictional)", "Breathe Easy", null, "Phase 3", "Asthma", [.. numbers.Keys]),
            [.. numbers.Select(c => new Copied<AddCountry>(Scope.CountryOf(Key, c.Key).Key, new AddCountry(Sponsor, Key, c.Key, SitesPlanned: c.Value)))],
            sites);
    }
}
