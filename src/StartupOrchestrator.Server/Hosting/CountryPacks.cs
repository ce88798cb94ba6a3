using System.Collections.Concurrent;
using NodaTime;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Reads the country packs that travel with the product.</summary>
internal static class CountryPacks
{
    /// <summary>All packs under <c>workflows/countries</c> beside the program.</summary>
    /// <exception cref="ConfigurationMistakeException">A pack cannot be read; the message names file and place.</exception>
    public static CountryPackCatalog Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "workflows", "countries");
        var packs = new List<(string File, CountryPack Pack)>();
        var mistakes = new List<string>();
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".schema.json", StringComparison.Ordinal))
            {
                continue;
            }

            var reading = CountryPackReader.Read(Path.GetFileName(path), File.ReadAllText(path));
            mistakes.AddRange(reading.Errors.Select(e => e.ToString()));
            if (reading.Pack is { } pack)
            {
                packs.Add((Path.GetFileName(path), pack));
            }
        }

        var catalog = CountryPackCatalog.Build(packs, out var errors);
        mistakes.AddRange(errors.Select(e => e.ToString()));
        return mistakes.Count == 0 ? catalog : throw new ConfigurationMistakeException(mistakes);
    }
}

/// <summary>Business days as they are counted in a country.</summary>
public sealed class CountryCalendars(CountryPackCatalog packs)
{
    private readonly ConcurrentDictionary<string, BusinessCalendar> known = new(StringComparer.Ordinal);

    /// <summary>The calendar of a country; without a country Monday to Friday.</summary>
    public BusinessCalendar Of(string? country) => country is null ? BusinessCalendar.WeekdaysOnly : known.GetOrAdd(country, c => packs.For(c).Calendar());

    /// <summary>Business days after <paramref name="from"/> up to and including <paramref name="to"/>, in the country's calendar; without a country Monday to Friday.</summary>
    public int Between(LocalDate from, LocalDate to, string? country) => Of(country).Between(from, to);

    /// <summary>Business days that something has waited. A date can lie a day ahead of today by UTC where the site's day began earlier: it has waited for none.</summary>
    public int Waited(LocalDate since, LocalDate today, string? country) => since >= today ? 0 : Between(since, today, country);
}
