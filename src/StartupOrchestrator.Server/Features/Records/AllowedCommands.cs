using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>What a page may offer: the commands that the caller's roles allow at a record.</summary>
internal static class AllowedCommands
{
    /// <summary>Contract names, in alphabetical order; commands that would create the record are left out.</summary>
    public static IReadOnlyList<string> Of(Caller caller, ActorKind kind, RecordRow row)
    {
        var where = new ScopePart(row.Sponsor, row.Study, row.Country, row.Site);
        var held = Enum.GetValues<Right>().Where(r => caller.ScopeOf(r).Covers(where)).ToHashSet();
        return [.. CommandPolicy.All.Where(p => p.Kind == kind && !p.Creates && held.Contains(p.Right)).Select(p => p.Contract).Order(StringComparer.Ordinal)];
    }
}
