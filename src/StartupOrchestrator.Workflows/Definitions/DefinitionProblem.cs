namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>How much a finding about a definition weighs.</summary>
public enum ProblemSeverity
{
    /// <summary>The definition can run; a person should look.</summary>
    Warning,

    /// <summary>Every run must fail here: publishing is refused.</summary>
    Error,
}

/// <summary>A finding about a definition, addressed so that the designer can mark the place.</summary>
/// <param name="Severity">Whether publishing is refused.</param>
/// <param name="Code">Stable name of the rule, for filters and tests.</param>
/// <param name="Path">Path in the document, as <c>root.activities[3].text</c>.</param>
/// <param name="ActivityId">Id of the activity, or null when the finding is about the document.</param>
/// <param name="ActivityName">Name a manager sees on the canvas, if the activity has one.</param>
/// <param name="Message">What is wrong and what to do, as one sentence.</param>
public sealed record DefinitionProblem(
    ProblemSeverity Severity, string Code, string Path, string? ActivityId, string? ActivityName, string Message)
{
    /// <summary>A finding with which the definition can still be published.</summary>
    public static DefinitionProblem Warning(string code, string path, string message, ActivityElement? activity = null) =>
        new(ProblemSeverity.Warning, code, path, activity?.Id, activity?.DisplayName, message);

    /// <summary>A finding with which publishing is refused.</summary>
    public static DefinitionProblem Error(string code, string path, string message, ActivityElement? activity = null) =>
        new(ProblemSeverity.Error, code, path, activity?.Id, activity?.DisplayName, message);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Severity == ProblemSeverity.Error ? "error" : "warning")} {Code} at {Path}"
        + (ActivityId is null ? "" : $" ({ActivityName ?? ActivityId})") + $": {Message}";
}
