using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Golden;

/// <summary>
/// Histories of this release. A stored state must run on as it did when it was stored, for ever: when one of these tests
/// fails, the engine has changed under running instances. Set STARTUP_GOLDEN=write to record new ones, never to repair old.
/// </summary>
public sealed class GoldenHistoryTests
{
    [Theory]
    [InlineData("joins")]
    [InlineData("loops")]
    [InlineData("blocked")]
    public void History_is_the_one_that_was_recorded(string name)
    {
        var folder = Path.Combine(Here(), name);
        var definition = DefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "definition.json")));
        var graph = WorkflowGraph.Build(definition);
        var history = new StringBuilder();
        var state = InstanceState.New("golden");
        foreach (var line in File.ReadLines(Path.Combine(folder, "stimuli.txt")).Where(l => l.Length > 0))
        {
            var result = Engine.Run(graph, state, Parse(line, state), new StepContext(Steps.Noon) { IncidentStrategy = IncidentStrategy.ContinueWithIncidents });
            state = StateJson.Read(StateJson.Write(result.State));
            history.Append("> ").AppendLine(line);
            foreach (var fact in result.Facts) history.AppendLine(StateJson.Write(fact));
            foreach (var printed in result.Effects.OfType<WriteLine>()) history.Append("prints ").AppendLine(printed.Text);
            history.AppendLine(StateJson.Write(state));
        }

        var file = Path.Combine(folder, "history.txt");
        if (Environment.GetEnvironmentVariable("STARTUP_GOLDEN") == "write" && !File.Exists(file)) File.WriteAllText(file, history.ToString());
        Assert.Equal(File.ReadAllText(file), history.ToString());
    }

    /// <summary><c>start</c>, <c>resume n</c>, <c>retry</c>, <c>skip</c>, <c>cancel</c>.</summary>
    private static Stimulus Parse(string line, InstanceState state) => line.Split(' ') switch
    {
        ["start"] => new Start(new Dictionary<string, JsonNode?> { ["Site"] = 12 }),
        ["resume", var index] => new Resume(state.Bookmarks[int.Parse(index, null)].Id, "answer"),
        ["retry"] => new RetryStep(state.Blocked[0].Id),
        ["skip"] => new SkipStep(state.Blocked[0].Id),
        ["cancel"] => new Cancel("golden"),
        _ => throw new InvalidOperationException(line),
    };

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
