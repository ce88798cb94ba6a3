using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Instances;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Golden;

/// <summary>One golden folder, run from the beginning; each step goes through the stored form of the state.</summary>
internal sealed record GoldenRun(string History, string Effects)
{
    private static readonly StepContext Context = new(Steps.Noon)
    {
        IncidentStrategy = IncidentStrategy.ContinueWithIncidents,
        BurstBudget = 100,
        Facts = new JsonObject { ["sponsor"] = "acme", ["study"] = "a1", ["country"] = "PL", ["site"] = "a1-pl-01" },
    };

    public static GoldenRun Of(string folder)
    {
        var (history, effects) = (new StringBuilder(), new StringBuilder());
        var graph = Graph(folder, "definition.json");
        var state = InstanceState.New("golden");
        foreach (var line in Stimuli(folder))
        {
            var result = Take(folder, ref graph, state, line);
            state = StateJson.Read(StateJson.Write(result.State));
            history.Append("> ").AppendLine(line);
            foreach (var fact in result.Facts) history.AppendLine(StateJson.Write(fact));
            foreach (var printed in result.Effects.OfType<WriteLine>()) history.Append("prints ").AppendLine(printed.Text);
            history.AppendLine(StateJson.Write(state));
            effects.Append("> ").AppendLine(line);
            foreach (var effect in result.Effects) effects.AppendLine(JsonSerializer.Serialize(effect, DomainJson.Options));
        }

        return new GoldenRun(history.ToString(), effects.ToString());
    }

    /// <summary>The state after one step from a recorded one.</summary>
    public static string Step(string folder, int step, string recorded)
    {
        var lines = Stimuli(folder).ToList();
        var migrated = lines.Take(step).LastOrDefault(l => l.StartsWith("migrate ", StringComparison.Ordinal));
        var graph = Graph(folder, migrated?.Split(' ')[1] ?? "definition.json");
        return StateJson.Write(StateJson.Read(StateJson.Write(Take(folder, ref graph, StateJson.Read(recorded), lines[step]).State)));
    }

    public static IEnumerable<string> Types(string folder) =>
        DefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "definition.json"))).Activities().Select(a => a.Type);

    private static WorkflowGraph Graph(string folder, string file) => WorkflowGraph.Build(DefinitionReader.Read(File.ReadAllText(Path.Combine(folder, file))));

    private static IEnumerable<string> Stimuli(string folder) => File.ReadLines(Path.Combine(folder, "stimuli.txt")).Where(l => l.Length > 0);

    private static StepResult Take(string folder, ref WorkflowGraph graph, InstanceState state, string line)
    {
        if (line.Split(' ') is not ["migrate", var file]) return Engine.Run(graph, state, GoldenStimulus.Parse(line, state), Context);
        var plan = new MigrationPlan(graph, Graph(folder, file));
        graph = plan.To;
        return Migration.Apply(plan, state, "golden");
    }
}
