using System.Text.Json;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Reads the places of a registry record.</summary>
internal static class RegistryLocations
{
    /// <summary>The sites; each place that cannot be used is a problem, the others are kept.</summary>
    public static IReadOnlyList<ImportedSite> Read(JsonElement? locations, List<ImportProblem> problems)
    {
        if (locations is not { ValueKind: JsonValueKind.Array } array)
        {
            return [];
        }

        var sites = new List<ImportedSite>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var location in array.EnumerateArray())
        {
            number++;
            if (ReadOne(location, $"location {number}", problems) is not { } site)
            {
                continue;
            }

            // Two unnamed sites in one city are two sites: the registry only withheld their names.
            var name = $"{site.Institution}|{site.City}|{site.Country}";
            var count = seen[name] = seen.GetValueOrDefault(name) + 1;
            sites.Add(count == 1 ? site : site with { Institution = $"{site.Institution} {count}" });
        }

        return sites;
    }

    private static ImportedSite? ReadOne(JsonElement location, string where, List<ImportProblem> problems)
    {
        var city = RegistryRecordReader.Text(location, "city");
        var countryName = RegistryRecordReader.Text(location, "country");
        if (city is null)
        {
            problems.Add(new($"{where}.city", null, "A place without a city cannot become a site; add it by hand or in a site list."));
            return null;
        }

        var country = countryName is null ? null : CountryNames.ToCode(countryName);
        if (country is null)
        {
            problems.Add(new($"{where}.country", countryName, "This country is not known. Write its English name or its two-letter ISO code."));
            return null;
        }

        var facility = RegistryRecordReader.Text(location, "facility");
        return new(where, facility ?? $"{city} (unnamed)", city, RegistryRecordReader.Text(location, "state"), country, null);
    }
}
