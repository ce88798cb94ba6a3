using System.Collections.Frozen;

namespace StartupOrchestrator.Domain.Studies;

/// <summary>Pick list of reasons to pause, close or cancel a study, or to take a country out.</summary>
public static class StudyReasons
{
    /// <summary>Code and words.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["sponsor-decision"] = "Sponsor's decision",
        ["authority"] = "Authority or ethics committee",
        ["safety"] = "Safety",
        ["supply"] = "Supply of IP",
        ["funding"] = "Funding",
        ["timelines"] = "Start-up would take too long",
        ["recruitment"] = "Recruitment",
        ["completed"] = "Completed",
        ["other"] = "Other, see note",
    }.ToFrozenDictionary();
}
