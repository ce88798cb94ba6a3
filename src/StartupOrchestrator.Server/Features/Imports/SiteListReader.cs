using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Reads a list of sites from a delimited text file, whatever its columns are called.</summary>
public static class SiteListReader
{
    /// <summary>The largest list taken, in rows.</summary>
    public const int MaximumRows = 20_000;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads the list. Each wrong cell is named; the other rows are kept.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="mapping">Our column to the file's header, where the headers are not recognised by themselves.</param>
    public static ImportReading<IReadOnlyList<ImportedSite>> Read(string text, IReadOnlyDictionary<string, string>? mapping = null)
    {
        var header = text.Split('\n', 2)[0].TrimEnd('\r').TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(header))
        {
            return Unusable("line 1", null, "The file is empty. Its first line must name the columns, for example: country,city,institution,code.");
        }

        var delimiter = Delimiters.MaxBy(d => header.Count(c => c == d));
        if (!header.Contains(delimiter))
        {
            return Unusable("line 1", Short(header), "Only one column was found. Separate the columns by comma, semicolon or tab.");
        }

        var problems = new List<ImportProblem>();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = e => problems.Add(new($"line {e.Context.Parser!.RawRow}", Short(e.Field), "A quotation mark stands where none may. Double it or remove it.")),
            MissingFieldFound = null,
            DetectColumnCountChanges = false,
        };
        using var reader = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), configuration);
        reader.Read();
        reader.ReadHeader();
        var columns = SiteListColumns.Match(reader.HeaderRecord ?? [], mapping);
        return columns.Missing is { } missing
            ? Unusable("line 1", Short(header), missing)
            : new(ReadRows(reader, columns, problems), problems, columns.Ignored);
    }

    /// <summary>Decodes a file: UTF-8 with or without mark, UTF-16 with mark, else Windows-1252 letters as Latin-1.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static List<ImportedSite> ReadRows(CsvReader reader, SiteListColumns columns, List<ImportProblem> problems)
    {
        var sites = new List<ImportedSite>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            var line = reader.Context.Parser!.RawRow;
            if (sites.Count >= MaximumRows)
            {
                problems.Add(new($"line {line}", null, $"More than {MaximumRows} rows. Split the list."));
                break;
            }

            if (columns.ReadRow(reader, line, problems) is not { } site)
            {
                continue;
            }

            var name = site.Code is { } code ? $"code {code}" : $"{site.Institution}, {site.City}, {site.Country}";
            if (!lines.TryAdd(name, line))
            {
                problems.Add(new($"line {line}", Short(name), $"The same site stands in line {lines[name]}. Keep one of the two."));
                continue;
            }

            sites.Add(site);
        }

        return sites;
    }

    internal static string? Short(string? text) => text is { Length: > 60 } ? text[..57] + "..." : text;

    private static ImportReading<IReadOnlyList<ImportedSite>> Unusable(string where, string? value, string message) =>
        new(null, [new(where, value, message)], []);
}
