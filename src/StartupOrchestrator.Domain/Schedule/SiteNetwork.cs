using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Schedule;

/// <summary>
/// The way of a site to its activation, and of its country to the approvals that the site needs: milestones in an order in
/// which each stands after all that it needs. Durations are medians in business days; a country pack's own step replaces one.
/// </summary>
public static class SiteNetwork
{
    /// <summary>All approvals of the country that a site needs.</summary>
    public const string CountryReady = "CO-150";

    /// <summary>The milestone that everything leads to.</summary>
    public const string Activated = "SI-270";

    private static readonly ImmutableArray<ScheduleStep> Standard =
    [
        new("CO-010", "ethics", 0, []),
        new("CO-040", "ethics", 25, ["CO-010"]),
        new(CountryReady, "ethics", 65, ["CO-040"]),
        new("SI-010", "selection", 0, []),
        new("SI-030", "selection", 8, ["SI-010"]),
        new("SI-050", "selection", 12, ["SI-030"]),
        new("SI-070", "selection", 12, ["SI-050"], IsVisit: true),
        new("SI-090", "selection", 12, ["SI-070"]),
        new("SI-110", "documents", 45, ["SI-090"]),
        new("SI-120", "contract", 3, ["SI-090"]),
        new("SI-160", "contract", 64, ["SI-120"]),
        new("SI-220", "initiation", 12, ["SI-160", CountryReady], IsVisit: true),
        new("SI-240", "initiation", 15, ["SI-090"]),
        new("SI-250", "initiation", 6, ["SI-110", "SI-160", CountryReady]),
        new(Activated, "initiation", 4, ["SI-220", "SI-240", "SI-250"]),
    ];

    /// <summary>The five phases in their order.</summary>
    public static ImmutableArray<string> Phases { get; } = ["selection", "documents", "ethics", "contract", "initiation"];

    /// <summary>The network of sites in a country.</summary>
    public static ImmutableArray<ScheduleStep> For(CountryPack? pack)
    {
        var extra = (pack is null || pack.Steps.IsDefault ? [] : pack.Steps).Where(s => s is { Milestone: not null, P50: not null, When: null }).ToList();
        var local = extra.Where(s => s.Level == ScopeLevel.Site && Standard.All(x => x.Code != s.Milestone))
            .Select(s => Own(new ScheduleStep(s.Milestone!, "ethics", s.P50!.Value, ["SI-090", CountryReady]), s)).DistinctBy(s => s.Code).ToImmutableArray();
        var steps = Standard.Select(s => extra.Find(e => e.Milestone == s.Code) is { } own ? Own(new ScheduleStep(s.Code, s.Phase, own.P50!.Value, s.After, s.IsVisit), own) : s).ToList();
        if (local.IsEmpty)
        {
            return [.. steps];
        }

        var gate = steps.FindIndex(s => s.Code == "SI-250");
        steps[gate] = steps[gate] with { After = [.. steps[gate].After, .. local.Select(l => l.Code)] };
        steps.InsertRange(gate, local);
        return [.. steps];
    }

    private static ScheduleStep Own(ScheduleStep step, PackStep own) => own.P80 is { } cautious ? step with { CautiousDays = Math.Max(cautious, step.TypicalDays) } : step;
}
