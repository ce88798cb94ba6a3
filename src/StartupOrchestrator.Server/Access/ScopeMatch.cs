using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Access;

/// <summary>The rule by which a row lies in a scope: the same that the storage providers apply.</summary>
public static class ScopeMatch
{
    /// <summary>The row lies in one of the scope's parts.</summary>
    public static bool Covers(this ViewScope scope, ViewRow row) => scope.Covers(new ScopePart(row.Sponsor, row.Study, row.Country, row.Site));

    /// <summary>The place lies in one of the scope's parts.</summary>
    public static bool Covers(this ViewScope scope, ScopePart place) => scope.Everything || scope.Parts.Any(p => Covers(p, place));

    private static bool Covers(ScopePart part, ScopePart place) =>
        Fits(part.Sponsor, place.Sponsor) && Fits(part.Study, place.Study) && Fits(part.Country, place.Country) && Fits(part.Site, place.Site);

    private static bool Fits(string? granted, string? actual) => granted is null || string.Equals(granted, actual, StringComparison.Ordinal);
}
