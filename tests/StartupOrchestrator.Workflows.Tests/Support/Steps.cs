using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Tests.Support;

/// <summary>One instance, stepped by hand; each step goes through the stored form of the state.</summary>
internal sealed class Steps(WorkflowDefinition definition, StepContext? context = null, IDefinitionSource? source = null)
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 3, 12, 12, 0);

    public WorkflowGraph Graph { get; set; } = WorkflowGraph.Build(definition, source: source);

    public StepContext Context { get; set; } = context ?? new StepContext(Noon);

    public InstanceState State { get; set; } = InstanceState.New("i1");

    public List<string> Lines { get; } = [];

    public List<Effect> Effects { get; } = [];

    public List<JournalFact> Facts { get; } = [];

    public StepResult Take(Stimulus stimulus)
    {
        var result = Engine.Run(Graph, State, stimulus, Context);
        State = StateJson.Read(StateJson.Write(result.State));
        Effects.AddRange(result.Effects);
        Facts.AddRange(result.Facts);
        Lines.AddRange(result.Effects.OfType<WriteLine>().Select(l => l.Text));
        return result;
    }

    public Steps Start(params (string Name, JsonNode? Value)[] inputs)
    {
        Take(new Start(inputs.ToDictionary(i => i.Name, i => i.Value)));
        return this;
    }

    /// <summary>Resumes the wait of the activity with this id.</summary>
    public Steps Resume(string activityId, JsonNode? payload = null)
    {
        Take(new Resume(WaitOf(activityId).Id, payload));
        return this;
    }

    public Bookmark WaitOf(string activityId) =>
        State.Bookmarks.First(b => State.Activities.First(a => a.Id == b.ActivityInstanceId).NodeId.EndsWith(":" + activityId, StringComparison.Ordinal));

    public string Printed => string.Join(",", Lines);
}
