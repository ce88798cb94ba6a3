namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Country names as files write them, and their ISO 3166-1 alpha-2 codes.</summary>
public static class CountryNames
{
    /// <summary>Spellings that differ from the names of ISO 3166.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Russian Federation"] = "RU", ["Russia"] = "RU", ["Czechia"] = "CZ", ["Czech Republic"] = "CZ",
        ["United States"] = "US", ["United States of America"] = "US", ["USA"] = "US",
        ["United Kingdom"] = "GB", ["UK"] = "GB", ["Great Britain"] = "GB", ["England"] = "GB", ["Scotland"] = "GB", ["Wales"] = "GB",
        ["South Korea"] = "KR", ["Korea, Republic of"] = "KR", ["Republic of Korea"] = "KR", ["Taiwan"] = "TW",
        ["Turkey"] = "TR", ["Türkiye"] = "TR", ["Turkey (Türkiye)"] = "TR", ["Viet Nam"] = "VN", ["Vietnam"] = "VN",
        ["Moldova"] = "MD", ["Moldova, Republic of"] = "MD", ["North Macedonia"] = "MK", ["Macedonia"] = "MK", ["Hong Kong"] = "HK",
        ["Macau"] = "MO", ["Holland"] = "NL", ["The Netherlands"] = "NL", ["Slovak Republic"] = "SK", ["Iran, Islamic Republic of"] = "IR",
        ["Former Serbia and Montenegro"] = "RS", ["Palestinian Territories"] = "PS", ["Myanmar"] = "MM", ["Côte d’Ivoire"] = "CI",
    };

    private static readonly Dictionary<string, string> ByName = Build();

    private static readonly Dictionary<string, string> ByCode = CountryTable.Rows.ToDictionary(c => c.Code, c => c.Name);

    /// <summary>The code of a country given by English name or code; null when it is not known.</summary>
    public static string? ToCode(string text)
    {
        var name = text.Trim();
        if (name.Length == 2 && ByCode.ContainsKey(name.ToUpperInvariant()))
        {
            return name.ToUpperInvariant();
        }

        return Others.TryGetValue(name, out var code) || ByName.TryGetValue(name, out code) ? code : null;
    }

    /// <summary>The English name of a code; the code itself when it is not known.</summary>
    public static string ToName(string code) => ByCode.GetValueOrDefault(code.ToUpperInvariant(), code);

    private static Dictionary<string, string> Build()
    {
        var names = CountryTable.Rows.ToDictionary(c => c.Name, c => c.Code, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in CountryTable.Alpha3.Split(' ').Chunk(2))
        {
            names[pair[1]] = pair[0];
        }

        return names;
    }
}
