using System.Text;
using StartupOrchestrator.Server.Features.Imports;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Server.Tests.Imports;

public sealed class RegistryRecordTests
{
    [Fact]
    public void A_real_record_gives_its_study_with_every_site()
    {
        var reading = RegistryRecordReader.Read(File.ReadAllBytes(SharedData.Require("data/clinicaltrials/NCT02552212.json")));

        Assert.Empty(reading.Problems);
        Assert.Equal("NCT02552212", reading.Content!.RegistryId);
        Assert.Equal("AS0006", reading.Content.ProtocolNumber);
        Assert.Equal("Phase 3", reading.Content.Phase);
        Assert.Equal(105, reading.Content.Sites.Count);
        Assert.Equal(9, reading.Content.Sites.Select(s => s.Country).Distinct().Count());
    }

    [Fact]
    public void A_place_without_a_name_becomes_its_city_unnamed_and_stays_its_own_site()
    {
        var reading = RegistryRecordReader.Read(File.ReadAllBytes(SharedData.Require("data/clinicaltrials/NCT02210780.json")));

        Assert.Equal(42, reading.Content!.Sites.Count);
        Assert.Equal("Birmingham (unnamed)", reading.Content.Sites[0].Institution);
        Assert.Equal(42, reading.Content.Sites.Select(s => (s.Institution, s.City)).Distinct().Count());
    }

    [Theory]
    [InlineData("{ \"protocolSection\": ", "line 1")]
    [InlineData("[]", "file")]
    [InlineData("{ \"protocolSection\": { \"identificationModule\": { \"nctId\": \"12\" } } }", "protocolSection.identificationModule.nctId")]
    public void A_file_that_is_no_record_names_the_place_and_what_to_do(string json, string where)
    {
        var reading = RegistryRecordReader.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(reading.Content);
        Assert.StartsWith(where, Assert.Single(reading.Problems).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_nested_beyond_reason_is_refused_not_a_crash()
    {
        var reading = RegistryRecordReader.Read(Encoding.UTF8.GetBytes(new string('[', 200_000)));

        Assert.Null(reading.Content);
    }

    [Fact]
    public void An_unknown_country_is_named_and_the_other_sites_are_kept()
    {
        const string json = """
            { "protocolSection": { "identificationModule": { "nctId": "NCT00000001", "briefTitle": "T" },
              "sponsorCollaboratorsModule": { "leadSponsor": { "name": "S" } },
              "contactsLocationsModule": { "locations": [ { "city": "A", "country": "Atlantis" }, { "city": "Ulm", "country": "Germany" } ] } } }
            """;
        var reading = RegistryRecordReader.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal("DE", Assert.Single(reading.Content!.Sites).Country);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("location 1.country", "Atlantis"), (problem.Where, problem.Value));
    }
}
