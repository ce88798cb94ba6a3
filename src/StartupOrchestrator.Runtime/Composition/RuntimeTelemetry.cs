using System.Diagnostics;
using System.Diagnostics.Metrics;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Composition;

/// <summary>
/// What the runtime measures, for whoever listens (OpenTelemetry does, where it is configured). Names and tags hold kinds
/// and outcomes only, never keys or values of records.
/// </summary>
public static class RuntimeTelemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "StartupOrchestrator.Runtime";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("startup.steps", "{step}", "Decisions by kind of actor and outcome");
    private static readonly Histogram<int> Batches = Meter.CreateHistogram<int>("startup.commit.batch", "{step}", "Steps of one commit");
    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>("startup.commit.duration", "ms", "Time of one commit");

    /// <summary>Traces of steps.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Begins the trace of a step; null when nobody listens.</summary>
    internal static Activity? Step(Envelope envelope) =>
        Source.StartActivity("step")?.SetTag("startup.kind", envelope.Target.Kind.ToString()).SetTag("startup.command", envelope.Command.GetType().Name);

    internal static void Settled(ActorKind kind, CommitOutcome outcome)
    {
        if (Steps.Enabled)
        {
            Steps.Add(1, new("kind", kind.ToString()), new("outcome", outcome.GetType().Name));
        }
    }

    internal static void Committed(int steps, TimeSpan took)
    {
        Batches.Record(steps);
        Commits.Record(took.TotalMilliseconds);
    }
}
