using CsvHelper;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Which column of a site list holds what.</summary>
internal sealed class SiteListColumns
{
    private static readonly Dictionary<string, string[]> Spellings = new()
    {
        ["country"] = ["country", "land", "country code", "iso2", "countrycode"],
        ["city"] = ["city", "town", "ort", "stadt", "location"],
        ["institution"] = ["institution", "site", "site name", "name", "hospital", "facility", "klinik", "zentrum", "center", "centre"],
        ["code"] = ["code", "site code", "site number", "site no", "number", "site id", "nr", "zentrumsnummer"],
        ["state"] = ["state", "region", "province", "county", "bundesland"],
    };

    private readonly Dictionary<string, int> places = [];

    private SiteListColumns()
    {
    }

    /// <summary>What is missing, in words; null when the list can be read.</summary>
    public string? Missing { get; private set; }

    /// <summary>Columns that are not read.</summary>
    public IReadOnlyList<string> Ignored { get; private set; } = [];

    /// <summary>Finds our columns among a file's headers.</summary>
    public static SiteListColumns Match(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string>? mapping)
    {
        var columns = new SiteListColumns();
        foreach (var (column, spellings) in Spellings)
        {
            var wanted = mapping is not null && mapping.TryGetValue(column, out var mapped) ? [mapped] : spellings;
            var place = headers.ToList().FindIndex(h => wanted.Contains(h.Trim(), StringComparer.OrdinalIgnoreCase));
            if (place >= 0 && !columns.places.ContainsValue(place))
            {
                columns.places[column] = place;
            }
        }

        var missing = new[] { "country", "city" }.Where(c => !columns.places.ContainsKey(c)).ToList();
        if (missing.Count > 0)
        {
            columns.Missing =
                $"No column for {string.Join(" and ", missing)} was found among: {string.Join(", ", headers.Take(20))}. Rename the header, or map it, for example country=Land.";
        }

        columns.Ignored = [.. headers.Where((_, i) => !columns.places.ContainsValue(i)).Where(h => h.Length > 0).Select(h => $"Column '{h}' is not read.")];
        return columns;
    }

    /// <summary>Reads the present row; null when it cannot become a site, with the wrong cells named.</summary>
    public ImportedSite? ReadRow(CsvReader reader, int line, List<ImportProblem> problems)
    {
        var before = problems.Count;
        var countryText = Cell(reader, "country");
        var city = Cell(reader, "city");
        if (countryText is null && city is null && Cell(reader, "institution") is null)
        {
            return null;
        }

        var country = countryText is null ? null : CountryNames.ToCode(countryText);
        if (country is null)
        {
            problems.Add(new($"line {line}, column country", SiteListReader.Short(countryText), "This country is not known. Write its English name or its two-letter ISO code."));
        }

        if (city is null)
        {
            problems.Add(new($"line {line}, column city", null, "The city is missing."));
        }

        return problems.Count > before
            ? null
            : new($"line {line}", Cell(reader, "institution") ?? $"{city} (unnamed)", city!, Cell(reader, "state"), country!, Cell(reader, "code"));
    }

    private string? Cell(CsvReader reader, string column) =>
        places.TryGetValue(column, out var place) && reader.TryGetField<string>(place, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
