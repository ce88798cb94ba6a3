using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Runtime.Plans.Triggers;

/// <summary>What starts plans of a definition by itself.</summary>
public sealed record TriggerState
{
    /// <summary>Before the first event.</summary>
    public static TriggerState Empty { get; } = new();

    /// <summary>Published version that plans start from; 0 when none does.</summary>
    public int Version { get; init; }

    /// <summary>The triggers of that version.</summary>
    public ImmutableArray<TriggerEntry> Entries { get; init; } = [];

    /// <summary>Times that something was started.</summary>
    public long Started { get; init; }

    /// <summary>Times that somebody published an event through it.</summary>
    public long Published { get; init; }
}

/// <summary>One trigger.</summary>
/// <param name="Activity">Activity at which the plan begins.</param>
/// <param name="Kind"><c>event</c>, <c>http</c>, <c>interval</c>, <c>cron</c> or <c>at</c>.</param>
/// <param name="Payload">What is watched for.</param>
public sealed record TriggerEntry(string Activity, string Kind, JsonObject Payload);
