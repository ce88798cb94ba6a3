using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities;

/// <summary>The end of a wait.</summary>
/// <param name="Bookmark">The wait that ended; it is gone already.</param>
/// <param name="Payload">What it brought; for a child <c>{ workflowInstanceId, status, subStatus, output }</c>.</param>
public sealed record Resumption(Bookmark Bookmark, JsonNode? Payload)
{
    /// <summary>The activity's name for the wait.</summary>
    public string Name => Bookmark.Name;
}

/// <summary>A completed activity, as its parent sees it.</summary>
/// <param name="ActivityId">Its id in the definition.</param>
/// <param name="Outcomes">The outcomes that it ended with.</param>
/// <param name="Tag">What the parent noted when it scheduled it.</param>
/// <param name="IsTerminal">Whether its end completes the container.</param>
public sealed record CompletedChild(string ActivityId, IReadOnlyList<string> Outcomes, string? Tag, bool IsTerminal)
{
    internal ActivityInstance Instance { get; init; } = null!;

    /// <summary>Whether a connection that leaves by this port is followed.</summary>
    public bool Follows(string port) => Outcomes.Contains(port);
}
