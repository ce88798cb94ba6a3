using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>Maps by name, in ordinal order, so that the same state is always written the same way.</summary>
internal static class Maps
{
    /// <summary>An empty map.</summary>
    public static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    /// <summary>The map in ordinal order, or an empty one.</summary>
    public static ImmutableSortedDictionary<string, T> OrEmpty<T>(this ImmutableSortedDictionary<string, T>? map) =>
        map is null ? Empty<T>() : map.WithComparers(StringComparer.Ordinal);
}
