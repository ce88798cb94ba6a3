namespace StartupOrchestrator.Architecture.SaidSentences;

/// <summary>A text that stands in the source: literal, or with places for values.</summary>
/// <param name="Template">The text, each value of an interpolated string as <c>{}</c>.</param>
/// <param name="Calls">The calls that it is given to, the nearest last, each with the place among the arguments: <c>Refusal.Invalid#1</c>.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Compared">Something is compared with it.</param>
internal sealed record SourceText(string Template, IReadOnlyList<string> Calls, int Line, bool Compared)
{
    /// <summary>True when a call with this name is around it.</summary>
    public bool IsIn(string call) => Calls.Any(c => c.StartsWith(call + "#", StringComparison.Ordinal));
}
