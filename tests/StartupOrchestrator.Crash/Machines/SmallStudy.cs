using System.Text.Json.Nodes;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>A registry record of a small study, as a file.</summary>
internal static class SmallStudy
{
    public const string Key = "nct00000001";

    /// <summary>Writes the record; the caller deletes it.</summary>
    public static string Write(int sitesEach = 1)
    {
        (string City, string Country, string Name)[] places = [("Ulm", "Germany", "Klinikum"), ("Boston", "United States", "General"), ("Leeds", "United Kingdom", "Infirmary")];
        var locations = places.SelectMany(p => Enumerable.Range(1, sitesEach)
            .Select(n => (JsonNode)new JsonObject { ["city"] = p.City, ["country"] = p.Country, ["facility"] = $"{p.Name} {n}" }));
        var path = Path.GetTempFileName();
        File.WriteAllText(path, new JsonObject
        {
            ["protocolSection"] = new JsonObject
            {
                ["identificationModule"] = new JsonObject { ["nctId"] = "NCT00000001", ["orgStudyIdInfo"] = new JsonObject { ["id"] = "P-1" }, ["briefTitle"] = "Small study" },
                ["sponsorCollaboratorsModule"] = new JsonObject { ["leadSponsor"] = new JsonObject { ["name"] = "Acme" } },
                ["designModule"] = new JsonObject { ["phases"] = new JsonArray("PHASE3") },
                ["contactsLocationsModule"] = new JsonObject { ["locations"] = new JsonArray([.. locations]) },
            },
        }.ToJsonString());
        return path;
    }
}
