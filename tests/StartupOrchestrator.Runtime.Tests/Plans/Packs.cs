using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Runtime.Tests.Plans;

/// <summary>Small country packs of different models.</summary>
internal static class Packs
{
    /// <summary>EU regulation: no committee of the site's own.</summary>
    public static CountryPack Poland { get; } = Pack("PL", SubmissionModel.Ctr, "Europe/Warsaw", "pl");

    public static CountryPack Germany { get; } = Pack("DE", SubmissionModel.Ctr, "Europe/Berlin", "de");

    /// <summary>Authority and ethics in parallel, with local committees, governance and an import licence.</summary>
    public static CountryPack Brazil { get; } = Pack("BR", SubmissionModel.Parallel, "America/Sao_Paulo", "pt", "SI-180", "SI-190", "CO-140");

    public static CountryPack Australia { get; } = Pack("AU", SubmissionModel.EthicsFirst, "Australia/Sydney", "en", "SI-190");

    private static CountryPack Pack(string id, SubmissionModel model, string zone, string language, params string[] milestones) => new()
    {
        Id = id,
        Name = id,
        Version = "test",
        SubmissionModel = new Sourced<SubmissionModel>(model),
        TimeZones = new Sourced<ImmutableArray<string>>([zone]),
        ParticipantLanguages = new Sourced<ImmutableArray<string>>([language]),
        Weekend = new Sourced<ImmutableArray<IsoDayOfWeek>>([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]),
        Steps = [.. milestones.Select(m => new PackStep(m.ToLowerInvariant(), m, m.StartsWith("SI", StringComparison.Ordinal) ? ScopeLevel.Site : ScopeLevel.Country, "SUS", Milestone: m))],
    };
}
