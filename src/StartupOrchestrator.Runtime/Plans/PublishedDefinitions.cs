using StartupOrchestrator.Domain.Definitions;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Finds published versions in the state of a definition's actor. Retracted versions stay for the plans that are pinned to them.</summary>
internal static class PublishedDefinitions
{
    public static PublishedVersion? Newest(object? state) => (state as DefinitionState)?.Current;

    public static PublishedVersion? Find(object? state, int number) => (state as DefinitionState)?.Versions.FirstOrDefault(v => v.Number == number);
}
