using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Agreement;

public sealed class DocumentedDefinitionTests
{
    public static TheoryData<string, string, string?> Documented => new()
    {
        { "BasicWorkflows/hello-world.json", "Hello World!", null },
        { "InputOutput/consumer.json", "", null },
        { "InputOutput/provider.json", "", null },
        { "ExecuteWorkflow/child-with-input.json", "Child received: null", null },
        { "ExecuteWorkflow/child-with-output.json", "Child output: 42", null },
        { "ExecuteWorkflow/child-workflow.json", "Child: Executing", null },
        { "ExecuteWorkflow/parent-capture-output.json", "Child output: 42|Parent received: 42", null },
        { "ExecuteWorkflow/parent-no-wait.json", "Parent: Before child|Child: Executing|Parent: After child", null },
        { "ExecuteWorkflow/parent-with-correlation.json", "Child: Executing", null },
        { "ExecuteWorkflow/parent-with-input.json", "Child received: Hello from parent", null },
        { "ExecuteWorkflow/parent-with-wait.json", "Parent: Before child|Child: Executing|Parent: After child", null },
        { "CompositesAndOutcomes/completor.json", "", null },
        { "CompositesAndOutcomes/consumer.json", "", null },
        { "CompositesAndOutcomes/tester.json", "Start|End", null },
        { "DependencyWorkflows/atom-activity.json", "Atom", null },
        { "DependencyWorkflows/molecule-activity.json", "Atom|Atom|Atom", null },
        { "DependencyWorkflows/matter-activity.json", "Atom|Atom|Atom|Atom|Atom|Atom|Atom|Atom|Atom", null },
        { "FlowchartCompletion/workflow1.json", "WriteLine1|WriteLine2|WriteLine3", null },
        { "FlowchartCompletion/workflow2.json", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine5|WriteLine6|WriteLine7|WriteLine8|WriteLine9", null },
        { "FlowchartCompletion/workflow3.json", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine5|WriteLine6|WriteLine8|WriteLine7|WriteLine9", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine5|WriteLine6|WriteLine8|WriteLine8|WriteLine7|WriteLine9" },
        { "FlowchartCompletion/workflow4.json", "WriteLine1|WriteLine2|WriteLine3|WriteLine4|WriteLine6|WriteLine7", null },
        { "FlowchartCompletion/workflow5.json", "Intermediary", null },
        { "FlowchartCompletion/workflow6.json", "Start|Current fruit: Apple|Current fruit: Banana|Current fruit: Cherry|End", null },
        { "ImportAndExecute/implicit-loop.json", "Do something|Retry|Do something|Done", null },
        { "ImportAndExecute/writeline.json", "Dummy Text", null },
        { "ImportAndPublish/cron-every-hour.json", "Hello every hour", null },
        { "ImportAndPublish/timer-workflow.json", "Hello from timer", null },
    };

    [Theory, MemberData(nameof(Documented))]
    public void Definition_of_the_original_prints_the_documented_lines(string file, string counter, string? token)
    {
        var folder = SharedData.Require("elsa-definitions");
        var path = Path.Combine(folder, file);
        var definitions = Directory.GetFiles(Path.GetDirectoryName(path)!, "*.json").OrderBy(f => f != path).ThenBy(f => f, StringComparer.Ordinal)
            .Select(f => DefinitionReader.Read(File.ReadAllText(f))).ToList();

        foreach (var (mode, lines) in ((FlowMode, string)[])[(FlowMode.AsDefined, counter), (FlowMode.Counter, counter), (FlowMode.Token, token ?? counter)])
        {
            var result = WorkflowSimulator.Run(definitions, new SimulationOptions { FlowMode = mode });

            Assert.Equal((InstanceStatus.Finished, InstanceSubStatus.Finished, null), (result.Status, result.SubStatus, result.Fault));
            Assert.Equal(lines, string.Join('|', result.Lines));
        }
    }

    [Fact]
    public void Output_of_a_workflow_used_as_an_activity_lands_in_the_bound_variable()
    {
        var folder = SharedData.Require("elsa-definitions", "InputOutput");
        var provider = DefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "provider.json")));
        var consumer = DefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "consumer.json")));

        var result = WorkflowSimulator.Run([consumer, provider]);

        Assert.Contains(result.Facts, f => f.Kind == FactKinds.VariableSet && (string?)f.Data!["name"] == "Variable1");
    }
}
