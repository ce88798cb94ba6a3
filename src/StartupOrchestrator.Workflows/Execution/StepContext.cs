using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>How flowcharts decide what is next.</summary>
public enum FlowMode
{
    /// <summary>Tokens where the flowchart asks for a merge mode, counters elsewhere.</summary>
    AsDefined,

    /// <summary>Counters with dead-path elimination everywhere.</summary>
    Counter,

    /// <summary>Tokens everywhere.</summary>
    Token,
}

/// <summary>What a step is allowed to know of the world. Two runs with the same state, stimulus and context are the same.</summary>
/// <param name="Now">Time of the step, UTC.</param>
public sealed record StepContext(Instant Now)
{
    /// <summary>Time zone for local due times.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Facts of the surroundings, as ids of study, country and site; read by activities, not to be changed.</summary>
    public JsonObject Facts { get; init; } = [];

    /// <summary>What a fault does when the definition does not say.</summary>
    public IncidentStrategy IncidentStrategy { get; init; } = IncidentStrategy.Fault;

    /// <summary>How flowcharts decide; forced only to compare the two ways.</summary>
    public FlowMode FlowMode { get; init; } = FlowMode.AsDefined;

    /// <summary>Most activities that one burst may run; beyond it the step is blocked.</summary>
    public int BurstBudget { get; init; } = 10_000;

    /// <summary>Whether the facts tell inputs and outputs of activities, for the instance's history; sensitive ones are masked.</summary>
    public bool RecordValues { get; init; }
}
