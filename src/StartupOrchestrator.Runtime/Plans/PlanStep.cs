using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using DomainEffect = StartupOrchestrator.Domain.Actors.Effects.Effect;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>One step of a plan: runs the engine and says what is recorded and what is ordered.</summary>
/// <param name="Event">What is recorded; null when nothing changed.</param>
/// <param name="Effects">What is ordered.</param>
/// <param name="Taken">False when the stimulus found nobody to take it.</param>
/// <param name="Response">What the plan answers to the call from outside that made it step; null when nothing.</param>
internal sealed record PlanStep(PlanStepped? Event, ImmutableArray<DomainEffect> Effects, bool Taken, JsonObject? Response = null)
{
    private const int MostLines = 50, LongestLine = 1000;

    public static PlanStep Take(WorkflowGraph graph, PlanState plan, Stimulus stimulus, string cause, DecisionContext context, ContractCatalog catalog)
    {
        var before = plan.Read(context.Self.Key);
        var surroundings = new StepContext(context.Now) { Facts = PlanScope.Write(plan.Scope), IncidentStrategy = IncidentStrategy.ContinueWithIncidents, RecordValues = true };
        var result = Engine.Run(graph, before, stimulus, surroundings);
        if (ReferenceEquals(result.State, before))
        {
            return new PlanStep(null, [], Taken: false);
        }

        var facts = result.Facts.ToList();
        var ordered = result.Effects.ToList();
        var state = result.State;
        foreach (var own in ordered.OfType<PublishEvent>().Where(p => p.OnlyThisInstance).ToList())
        {
            ordered.Remove(own);
            foreach (var bookmark in state.Bookmarks.Where(b => b.Kind == BookmarkKinds.Event && (string?)b.Payload?["eventName"] == own.EventName).ToList())
            {
                var heard = Engine.Run(graph, state, new Resume(bookmark.Id, own.Payload?.DeepClone()), surroundings);
                (state, facts, ordered) = (heard.State, [.. facts, .. heard.Facts], [.. ordered, .. heard.Effects]);
            }
        }

        var effects = new PlanEffects(context.Self, plan, catalog);
        effects.Add(ordered);
        var delta = JsonDelta.Between(plan.Instance, PlanState.Write(state));
        var stepped = new PlanStepped(cause, delta, PlanFacts.Done(facts), Blocked(facts, state), Outcome(graph, facts), PlanFacts.Begun(facts), Lines(ordered));
        var response = ordered.OfType<HostCall>().LastOrDefault(c => c.Kind == "http-response")?.Payload as JsonObject;
        return new PlanStep(stepped, effects.All, Taken: true, (JsonObject?)response?.DeepClone());
    }

    /// <summary>Null when nothing was printed, so that the entry stays short.</summary>
    private static ImmutableArray<string> Lines(List<Workflows.Execution.Effect> ordered)
    {
        var lines = ordered.OfType<WriteLine>().Take(MostLines).Select(l => l.Text.Length <= LongestLine ? l.Text : l.Text[..LongestLine]).ToImmutableArray();
        return lines.IsEmpty ? default : lines;
    }

    private static ImmutableArray<ActivityStopped> Blocked(IEnumerable<JournalFact> facts, InstanceState state) =>
        [.. facts.Where(f => f.Kind == FactKinds.StepBlocked && f.NodeId is not null)
            .Where(f => state.Blocked.Any(b => b.Id == (string?)f.Data?["step"]))
            .Select(f => new ActivityStopped(PlanFacts.Last(f.NodeId!), (string?)f.Data?["message"] ?? ""))];

    private static string? Outcome(WorkflowGraph graph, IEnumerable<JournalFact> facts) =>
        facts.LastOrDefault(f => f.Kind == FactKinds.ActivityCompleted && f.NodeId == graph.Root.NodeId) is { } end && PlanFacts.Outcomes(end) is [var outcome, ..] ? outcome : null;
}
