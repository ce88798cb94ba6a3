using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>Lays a pack over its base: what the pack says wins, lists are joined by what names their items.</summary>
internal static class PackMerge
{
    internal static CountryPack Over(CountryPack basis, CountryPack pack) => pack with
    {
        Authority = pack.Authority ?? basis.Authority,
        Ethics = pack.Ethics ?? basis.Ethics,
        SubmissionModel = pack.SubmissionModel ?? basis.SubmissionModel,
        Portal = pack.Portal ?? basis.Portal,
        ContractModel = pack.ContractModel ?? basis.ContractModel,
        SiteStep = pack.SiteStep ?? basis.SiteStep,
        SubmissionLanguages = pack.SubmissionLanguages ?? basis.SubmissionLanguages,
        ParticipantLanguages = pack.ParticipantLanguages ?? basis.ParticipantLanguages,
        Weekend = pack.Weekend ?? basis.Weekend,
        TimeZones = pack.TimeZones ?? basis.TimeZones,
        Subdivisions = Join(basis.Subdivisions, pack.Subdivisions, s => s.Code),
        Holidays = Join(basis.Holidays, pack.Holidays, h => (h.Date, h.Subdivision)),
        MadeUpDays = Join(basis.MadeUpDays, pack.MadeUpDays, h => (h.Date, h.Subdivision)),
        Pauses = Join(basis.Pauses, pack.Pauses, p => p.First),
        Clocks = Join(basis.Clocks, pack.Clocks, c => (c.Code, c.ValidFrom)),
        Documents = Join(basis.Documents, pack.Documents, d => (d.Type, d.Level)),
        Steps = Join(basis.Steps, pack.Steps, s => s.Code),
        Sources = Join(basis.Sources, pack.Sources, s => s.Code),
    };

    private static ImmutableArray<T> Join<T, TKey>(ImmutableArray<T> basis, ImmutableArray<T> own, Func<T, TKey> key)
        where TKey : notnull
    {
        var named = own.Select(key).ToHashSet();
        return [.. basis.Where(b => !named.Contains(key(b))), .. own];
    }
}
