using System.Text.Json.Nodes;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.EndToEnd.Journeys;

/// <summary>A small cut of a real registry record: all of its words, few of its sites.</summary>
internal static class RegistryCut
{
    /// <summary>The study's registry number.</summary>
    public const string RegistryId = "NCT02552212";

    /// <summary>Writes the cut with the first site of each of these countries; the test is skipped where the record is not there.</summary>
    public static byte[] Of(params string[] countries)
    {
        var record = JsonNode.Parse(File.ReadAllText(SharedData.Require($"data/clinicaltrials/{RegistryId}.json")))!;
        var places = record["protocolSection"]!["contactsLocationsModule"]!["locations"]!.AsArray();
        var kept = countries.Select(c => places.First(p => p!["country"]!.GetValue<string>() == c)!.DeepClone()).ToArray();
        record["protocolSection"]!["contactsLocationsModule"]!["locations"] = new JsonArray(kept);
        return System.Text.Encoding.UTF8.GetBytes(record.ToJsonString());
    }
}
