using NodaTime;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Tests.Countries;

public class CountryPackReaderTests
{
    private const string Poland = """
        {
          "format": 1, "id": "PL", "name": "Poland", "version": "2026-11",
          "authority": { "value": { "name": "President of the Office", "shortName": "URPL" }, "source": "S102", "verified": true },
          "submissionModel": { "value": "ctr" },
          "weekend": { "value": ["saturday", "sunday"], "verified": true },
          "timeZones": { "value": ["Europe/Warsaw"] },
          "holidays": [ { "date": "2026-12-24", "name": "Christmas Eve", "source": "S140", "verified": true } ],
          "clocks": [ { "code": "ctr-initial", "name": "Initial application", "validFrom": "2022-01-31", "rfi": "extends", "appliesTo": ["ctr-initial"],
            "steps": [ { "stage": "validation", "name": "Validation", "rule": { "days": 10, "roll": "next-working-day", "minWorkingDays": 2, "pauses": true }, "onExpiry": "tacit" } ] } ],
          "documents": [ { "type": "cv", "title": "CV", "level": "site", "requiredFor": ["ip-release"], "perRoles": ["PI", "SI"], "expiry": { "kind": "age-limit", "months": 24 } } ],
          "steps": [ { "code": "compensation-fund", "name": "Compensation fund payment", "level": "country", "owner": "SUS", "p50": 5, "p80": 10 } ]
        }
        """;

    [Fact]
    public void Pack_is_read_with_its_provenance()
    {
        var reading = CountryPackReader.Read("PL.json", Poland);

        Assert.Empty(reading.Errors);
        Assert.Equal("URPL", reading.Pack!.Authority!.Value.ShortName);
        Assert.True(reading.Pack.Authority.Verified);
        Assert.False(reading.Pack.SubmissionModel!.Verified);
        Assert.False(reading.Pack.Calendar().IsWorking(new LocalDate(2026, 12, 24)));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "$.format", "Format 2 is not known")]
    [InlineData("Europe/Warsaw", "Europe/Warschau", "$.timeZones.value[0]", "not an IANA time zone")]
    [InlineData("\"id\": \"PL\"", "\"id\": \"pl\"", "$.id", "upper case")]
    [InlineData("\"days\": 10", "\"days\": 0", "$.clocks[0].steps[0].rule.days", "at least one day")]
    [InlineData("\"p50\": 5", "\"p50\": 50", "$.steps[0]", "between 0 and p80")]
    [InlineData("\"validFrom\": \"2022-01-31\"", "\"validFrom\": \"31.01.2022\"", "$.clocks[0].validFrom", "")]
    [InlineData("\"onExpiry\"", "\"onExpire\"", "$.clocks[0].steps[0].onExpire", "")]
    public void Mistake_is_named_with_its_place(string right, string wrong, string path, string message)
    {
        var reading = CountryPackReader.Read("PL.json", Poland.Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Single(reading.Errors);
        Assert.Null(reading.Pack);
        Assert.Equal("PL.json", error.File);
        Assert.StartsWith(path, error.Path, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Country_without_a_pack_has_the_generic_one()
    {
        var pack = CountryPackCatalog.Empty.For("NZ");

        Assert.Contains("no verified rules", pack.Name, StringComparison.Ordinal);
        Assert.Null(pack.ClockFor("authority", new LocalDate(2026, 1, 1)));
    }

    [Fact]
    public void Pack_takes_from_its_base_what_it_does_not_say()
    {
        var basis = CountryPackReader.Read("eu.json", Poland.Replace("\"PL\"", "\"EU-CTR\"", StringComparison.Ordinal)).Pack!;
        var own = CountryPackReader.Read("CZ.json", """
            { "id": "CZ", "name": "Czechia", "version": "1", "extends": "EU-CTR",
              "authority": { "value": { "name": "SUKL" } },
              "holidays": [ { "date": "2026-09-28", "name": "Statehood Day" } ] }
            """).Pack!;

        var catalog = CountryPackCatalog.Build([("eu.json", basis), ("CZ.json", own)], out var errors);

        Assert.Empty(errors);
        var joined = catalog.For("cz");
        Assert.Equal("SUKL", joined.Authority!.Value.Name);
        Assert.Equal("ctr-initial", joined.ClockFor("ctr-initial", new LocalDate(2026, 1, 1))!.Code);
        Assert.Equal(2, joined.Holidays.Length);
    }

    [Fact]
    public void Missing_base_is_named()
    {
        var own = CountryPackReader.Read("CZ.json", """{ "id": "CZ", "name": "Czechia", "version": "1", "extends": "EU-CTR" }""").Pack!;

        CountryPackCatalog.Build([("CZ.json", own)], out var errors);

        Assert.Equal("CZ.json: $.extends: Base pack 'EU-CTR' is not there. Add its file or correct the name.", Assert.Single(errors).ToString());
    }

    [Fact]
    public void Clock_version_is_chosen_by_the_date_of_submission()
    {
        var pack = CountryPackReader.Read("GB.json", """
            { "id": "GB", "name": "United Kingdom", "version": "1", "clocks": [
              { "code": "combined", "name": "Old", "validFrom": "2022-01-01", "validTo": "2026-04-27", "rfi": "stops", "steps": [], "appliesTo": ["authority"] },
              { "code": "combined", "name": "New", "validFrom": "2026-04-28", "rfi": "runs-on", "steps": [], "appliesTo": ["authority"] } ] }
            """).Pack!;

        Assert.Equal("Old", pack.ClockFor("authority", new LocalDate(2026, 4, 27))!.Name);
        Assert.Equal("New", pack.ClockFor("authority", new LocalDate(2026, 4, 28))!.Name);
        Assert.Null(pack.ClockFor("authority", new LocalDate(2021, 4, 28)));
    }
}
