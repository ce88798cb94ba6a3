using System.Collections.Frozen;
using System.Text.Json;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>How a status is written in rows, facts and messages: lower case with hyphens, for example <c>in-start-up</c>.</summary>
public static class StatusName
{
    /// <summary>The written form.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Written[value];

    /// <summary>The written form of several.</summary>
    public static string[] Of<T>(IEnumerable<T> values)
        where T : struct, Enum => [.. values.Select(Of)];

    private static class Names<T>
        where T : struct, Enum
    {
        internal static readonly FrozenDictionary<T, string> Written =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
    }
}
