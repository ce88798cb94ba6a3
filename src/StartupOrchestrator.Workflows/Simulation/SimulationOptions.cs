using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>How a workflow is run in memory.</summary>
public sealed record SimulationOptions
{
    /// <summary>Inputs of the started workflow.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Inputs { get; init; }

    /// <summary>How flowcharts decide what is next.</summary>
    public FlowMode FlowMode { get; init; } = FlowMode.AsDefined;

    /// <summary>Virtual time at the start, UTC; the same at every run unless given.</summary>
    public Instant Start { get; init; } = Instant.FromUtc(2026, 1, 5, 8, 0);

    /// <summary>Time zone for local due times.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Most waits that are ended before the run is given up.</summary>
    public int MaxResumptions { get; init; } = 10_000;

    /// <summary>Most activities in one burst.</summary>
    public int BurstBudget { get; init; } = 10_000;

    /// <summary>Activities that definitions may name.</summary>
    public ActivityRegistry Registry { get; init; } = ActivityRegistry.Default;

    /// <summary>What an ended wait brings; null for nothing.</summary>
    public Func<Bookmark, JsonNode?>? Answer { get; init; }

    /// <summary>Facts of the surroundings.</summary>
    public JsonObject Facts { get; init; } = [];
}
