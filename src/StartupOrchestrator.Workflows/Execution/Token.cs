using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>A token on a connection of a flowchart in token mode.</summary>
/// <param name="From">Activity that emitted it.</param>
/// <param name="Outcome">Port it left by.</param>
/// <param name="To">Activity it goes to.</param>
/// <param name="Consumed">Whether its target has run.</param>
/// <param name="Blocked">Whether it stands for an arrival to be swallowed.</param>
public sealed record Token(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("consumed")] bool Consumed = false,
    [property: JsonPropertyName("blocked")] bool Blocked = false)
{
    internal bool IsLive => !Consumed && !Blocked;
}
