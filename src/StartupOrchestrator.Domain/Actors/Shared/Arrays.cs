using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>Arrays that a caller left out.</summary>
internal static class Arrays
{
    /// <summary>The array, or an empty one when it was never set.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
