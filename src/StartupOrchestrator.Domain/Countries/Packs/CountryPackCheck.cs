using NodaTime;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>What must hold in a pack beyond its shape.</summary>
internal static class CountryPackCheck
{
    internal static IEnumerable<PackError> Errors(string file, CountryPack pack)
    {
        PackError Error(string path, string message) => new(file, path, message);

        if (pack.Format != 1)
        {
            yield return Error("$.format", $"Format {pack.Format} is not known; this release reads format 1.");
        }

        if (pack.Id.Length == 0 || pack.Id.Any(c => !char.IsAsciiLetterUpper(c) && c != '-' && !char.IsAsciiDigit(c)))
        {
            yield return Error("$.id", $"'{pack.Id}' is not an ISO 3166-1 alpha-2 code in upper case (or the name of a base pack such as EU-CTR).");
        }

        if (pack.Weekend?.Value is { Length: > 6 })
        {
            yield return Error("$.weekend.value", "All seven days are weekend: name at most six.");
        }

        foreach (var (zone, i) in (pack.TimeZones?.Value ?? []).Index().Select(z => (z.Item, z.Index)))
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            {
                yield return Error($"$.timeZones.value[{i}]", $"'{zone}' is not an IANA time zone, for example Europe/Warsaw.");
            }
        }

        foreach (var (i, clock) in pack.Clocks.Index())
        {
            foreach (var error in Clock($"$.clocks[{i}]", clock, file))
            {
                yield return error;
            }
        }

        foreach (var group in pack.Clocks.Index().GroupBy(c => (c.Item.Code, c.Item.ValidFrom)).Where(g => g.Count() > 1))
        {
            yield return Error($"$.clocks[{group.Last().Index}]", $"Clock '{group.Key.Code}' is given twice from {group.Key.ValidFrom:yyyy-MM-dd}: give each version a day of its own.");
        }

        foreach (var (i, pause) in pack.Pauses.Index().Where(p => p.Item.Last < p.Item.First))
        {
            yield return Error($"$.pauses[{i}]", $"'{pause.Name}' ends on {pause.Last:yyyy-MM-dd}, before it begins on {pause.First:yyyy-MM-dd}.");
        }

        foreach (var (i, step) in pack.Steps.Index())
        {
            if (pack.Steps.Take(i).Any(s => s.Code == step.Code))
            {
                yield return Error($"$.steps[{i}].code", $"Step '{step.Code}' is given twice.");
            }

            if (step.P50 > step.P80 || step.P50 < 0)
            {
                yield return Error($"$.steps[{i}]", $"Step '{step.Code}': p50 ({step.P50}) must lie between 0 and p80 ({step.P80}).");
            }
        }
    }

    private static IEnumerable<PackError> Clock(string path, ClockRuleSet clock, string file)
    {
        if (clock.ValidTo < clock.ValidFrom)
        {
            yield return new PackError(file, $"{path}.validTo", $"Clock '{clock.Code}' ends before it begins.");
        }

        foreach (var (i, step) in clock.Steps.Index())
        {
            if (clock.Steps.Take(i).Any(s => s.Stage == step.Stage))
            {
                yield return new PackError(file, $"{path}.steps[{i}].stage", $"Clock '{clock.Code}' has the stage {step.Stage} twice.");
            }

            if (step.Rule.Days <= 0)
            {
                yield return new PackError(file, $"{path}.steps[{i}].rule.days", $"'{step.Name}' must be at least one day long.");
            }
        }
    }
}
