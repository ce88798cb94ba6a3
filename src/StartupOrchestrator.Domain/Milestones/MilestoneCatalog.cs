using System.Collections.Frozen;
using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Milestones;

/// <summary>What a milestone is.</summary>
/// <param name="Code">For example <c>SI-160</c>.</param>
/// <param name="Level">Whose milestone: study, country or site.</param>
/// <param name="Name">In words.</param>
/// <param name="ShortLabel">For narrow columns.</param>
/// <param name="Phase">Part of start-up, for grouping.</param>
public sealed record MilestoneKind(string Code, ScopeLevel Level, string Name, string ShortLabel, string Phase);

/// <summary>The milestones that the product knows.</summary>
public static class MilestoneCatalog
{
    /// <summary>All, in the order of the process.</summary>
    public static ImmutableArray<MilestoneKind> All { get; } =
    [
        new("ST-010", ScopeLevel.Study, "Protocol synopsis available", "Synopsis", "feasibility"),
        new("ST-020", ScopeLevel.Study, "Country selection approved", "Countries", "feasibility"),
        new("ST-030", ScopeLevel.Study, "Final protocol approved", "Protocol", "planning"),
        new("ST-040", ScopeLevel.Study, "IB / IMPD final", "IB/IMPD", "planning"),
        new("ST-050", ScopeLevel.Study, "Core ICF final", "Core ICF", "planning"),
        new("ST-060", ScopeLevel.Study, "Contract template and budget template approved", "Templates", "planning"),
        new("ST-070", ScopeLevel.Study, "Core submission package ready", "Core package", "regulatory"),
        new("ST-080", ScopeLevel.Study, "First authority submission", "First submission", "regulatory"),
        new("ST-090", ScopeLevel.Study, "First authority approval", "First approval", "regulatory"),
        new("ST-100", ScopeLevel.Study, "Clinical infrastructure ready", "Infra", "activation"),
        new("ST-110", ScopeLevel.Study, "Investigator meeting", "IM", "training"),
        new("ST-120", ScopeLevel.Study, "First site activated", "FSA", "activation"),
        new("ST-130", ScopeLevel.Study, "First participant first visit", "FPFV", "conduct"),
        new("ST-140", ScopeLevel.Study, "25/50/75/90/100 % of planned sites activated", "% SA", "activation"),
        new("ST-150", ScopeLevel.Study, "Last site activated", "LSA", "activation"),
        new("CO-010", ScopeLevel.Country, "Country package started", "Pkg start", "regulatory"),
        new("CO-020", ScopeLevel.Country, "Country ICF approved internally", "Country ICF", "regulatory"),
        new("CO-030", ScopeLevel.Country, "Insurance certificate received", "Insurance", "regulatory"),
        new("CO-040", ScopeLevel.Country, "Authority submission submitted", "Authority sub", "regulatory"),
        new("CO-050", ScopeLevel.Country, "Authority validation or acceptance", "Authority valid", "regulatory"),
        new("CO-060", ScopeLevel.Country, "Authority RFI received", "RFI", "regulatory"),
        new("CO-070", ScopeLevel.Country, "Authority RFI answered", "RFI answer", "regulatory"),
        new("CO-080", ScopeLevel.Country, "Authority approval", "Authority appr", "regulatory"),
        new("CO-090", ScopeLevel.Country, "Central ethics submission", "Ethics sub", "ethics"),
        new("CO-100", ScopeLevel.Country, "Central ethics approval", "Ethics appr", "ethics"),
        new("CO-110", ScopeLevel.Country, "CTR Part I conclusion", "Part I", "regulatory"),
        new("CO-120", ScopeLevel.Country, "CTR Part II conclusion (per member state)", "Part II", "ethics"),
        new("CO-130", ScopeLevel.Country, "CTR decision", "Decision", "regulatory"),
        new("CO-140", ScopeLevel.Country, "Import licence received", "Import", "supply"),
        new("CO-150", ScopeLevel.Country, "Country conditions met", "Country ready", "activation"),
        new("CO-160", ScopeLevel.Country, "First site activated in country", "FSA-C", "activation"),
        new("CO-170", ScopeLevel.Country, "Start of trial notified (per member state)", "Start notif.", "regulatory"),
        new("CO-180", ScopeLevel.Country, "First visit notified (per member state)", "First visit", "regulatory"),
        new("CO-190", ScopeLevel.Country, "End of recruitment notified (per member state)", "Recr. end", "regulatory"),
        new("CO-200", ScopeLevel.Country, "Compensation fund payment", "Comp. fund", "regulatory"),
        new("SI-010", ScopeLevel.Site, "Site identified", "Identified", "identification"),
        new("SI-020", ScopeLevel.Site, "CDA sent", "CDA out", "identification"),
        new("SI-030", ScopeLevel.Site, "CDA fully executed", "CDA exec", "identification"),
        new("SI-040", ScopeLevel.Site, "Feasibility questionnaire sent", "FQ out", "identification"),
        new("SI-050", ScopeLevel.Site, "Feasibility questionnaire returned", "FQ in", "identification"),
        new("SI-060", ScopeLevel.Site, "SQV scheduled", "SQV sched", "qualification"),
        new("SI-070", ScopeLevel.Site, "SQV done or waived", "SQV", "qualification"),
        new("SI-080", ScopeLevel.Site, "SQV report finalised", "SQV report", "qualification"),
        new("SI-090", ScopeLevel.Site, "Site selected", "Selected", "selection"),
        new("SI-095", ScopeLevel.Site, "Site not selected / declined", "Not selected", "selection"),
        new("SI-100", ScopeLevel.Site, "Site start-up package sent", "Package out", "documents"),
        new("SI-110", ScopeLevel.Site, "Essential documents complete", "Documents", "documents"),
        new("SI-120", ScopeLevel.Site, "Contract sent", "Contract out", "contract"),
        new("SI-130", ScopeLevel.Site, "First site comments received", "Comments", "contract"),
        new("SI-140", ScopeLevel.Site, "Site budget agreed", "Budget", "contract"),
        new("SI-150", ScopeLevel.Site, "Contract text agreed", "Contract text", "contract"),
        new("SI-160", ScopeLevel.Site, "Contract executed", "Contract", "contract"),
        new("SI-170", ScopeLevel.Site, "Local ethics submission", "Ethics sub", "ethics"),
        new("SI-180", ScopeLevel.Site, "Local ethics approval", "Ethics appr", "ethics"),
        new("SI-190", ScopeLevel.Site, "Hospital / governance authorisation", "Governance", "ethics"),
        new("SI-200", ScopeLevel.Site, "Site-specific ICF approved", "Site ICF", "ethics"),
        new("SI-210", ScopeLevel.Site, "SIV scheduled", "SIV sched", "initiation"),
        new("SI-220", ScopeLevel.Site, "SIV done", "SIV", "initiation"),
        new("SI-230", ScopeLevel.Site, "Training and delegation complete", "Train/DoA", "initiation"),
        new("SI-240", ScopeLevel.Site, "System access live (EDC/IRT/portal)", "Access", "initiation"),
        new("SI-250", ScopeLevel.Site, "IP release", "IP release", "activation"),
        new("SI-260", ScopeLevel.Site, "IP and supplies at site", "IP at site", "activation"),
        new("SI-270", ScopeLevel.Site, "Site activated", "Activated", "activation"),
        new("SI-280", ScopeLevel.Site, "First participant at site", "Site FPFV", "conduct"),
        new("SI-290", ScopeLevel.Site, "Site dropped during start-up", "Dropped", "any"),
    ];

    private static readonly FrozenDictionary<string, MilestoneKind> ByCode = All.ToFrozenDictionary(m => m.Code);

    /// <summary>The milestone of a code; null when there is none.</summary>
    public static MilestoneKind? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Whose milestone a code names, by its first letters; null when it is no code of a milestone.</summary>
    public static ScopeLevel? LevelOf(string code) => code.Split('-')[0] switch
    {
        "ST" => ScopeLevel.Study,
        "CO" => ScopeLevel.Country,
        "SI" => ScopeLevel.Site,
        _ => null,
    };

    /// <summary>The milestones of a level.</summary>
    public static IEnumerable<MilestoneKind> Of(ScopeLevel level) => All.Where(m => m.Level == level);
}
