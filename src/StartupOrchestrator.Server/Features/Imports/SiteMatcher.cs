using System.Globalization;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Finds the site that a file's row means, and numbers the ones that are new.</summary>
internal sealed class SiteMatcher
{
    private readonly Dictionary<string, StoredView> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, StoredView> byPlace = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> lastNumber = [];

    public SiteMatcher(IEnumerable<StoredView> sites)
    {
        foreach (var site in sites)
        {
            if (site.Row.Code is { } code)
            {
                byCode[code] = site;
                NoteNumber(site.Row.Country, code);
            }

            byPlace.TryAdd(Place(site.Row.Title, Text(site, "city"), site.Row.Country), site);
        }
    }

    /// <summary>By the sponsor's number where the file has one, else by institution, city and country.</summary>
    public StoredView? Find(ImportedSite site) =>
        site.Code is { } code ? byCode.GetValueOrDefault(code) : byPlace.GetValueOrDefault(Place(site.Institution, site.City, site.Country));

    /// <summary>The next free number in the country, for example <c>PL-04</c>.</summary>
    public string NextCode(string country)
    {
        var number = lastNumber[country] = lastNumber.GetValueOrDefault(country) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{country}-{number:00}");
    }

    internal static string? Text(StoredView view, string field) =>
        view.Row.Doc.TryGetPropertyValue(field, out var value) ? value?.GetValue<string>() : null;

    private void NoteNumber(string? country, string code)
    {
        if (country is not null && code.StartsWith($"{country}-", StringComparison.Ordinal) && int.TryParse(code.AsSpan(country.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            lastNumber[country] = Math.Max(lastNumber.GetValueOrDefault(country), number);
        }
    }

    private static string Place(string? institution, string? city, string? country) => $"{institution}|{city}|{country}";
}
