using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Primitives;

/// <summary>Sets a variable.</summary>
[Activity("Elsa.SetVariable", 1, "Primitives", "Assign a value to a workflow variable.")]
[Input("variable", "Object", Raw = true, Required = true, Editor = "variable-picker", Description = "The variable to assign the value to.")]
[Input("value", "Object", Editor = "single-line", Description = "The value to assign.")]
public sealed class SetVariable : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var id = step.Element.Raw("variable").Text("id");
        if (id is null || !step.Variables.SetById(id, step.Input("value"))) throw new ActivityFaultException($"Variable '{id}' not found.");
        step.Complete();
    }
}

/// <summary>Sets an output of the workflow.</summary>
[Activity("Elsa.SetOutput", 1, "Composition", "Assigns a given value to a workflow output.")]
[Input("outputName", "String", Required = true, Editor = "output-picker", Label = "Output", Description = "The output to assign.")]
[Input("outputValue", "Object", Description = "The value to assign.")]
public sealed class SetOutput : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var name = step.Text("outputName") ?? throw new ActivityFaultException("The name of the output is missing.");
        OutputBinding.SetWorkflowOutput(step.Burst, step.Instance, name, step.Input("outputValue"));
        step.Complete();
    }
}

/// <summary>Names the instance.</summary>
[Activity("Elsa.SetName", 1, "Primitives", "Set the name of the workflow instance to a specified value.")]
[Input("value", "String", Description = "The value to set as the workflow instance name.")]
public sealed class SetName : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        step.InstanceName = step.Text("value");
        step.Complete();
    }
}

/// <summary>Ties the instance to something outside.</summary>
[Activity("Elsa.Correlate", 1, "Primitives", "Set the CorrelationId of the workflow to a given value.")]
[Input("correlationId", "String", Required = true, Description = "The correlation ID value to store.")]
public sealed class Correlate : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        step.CorrelationId = step.Text("correlationId");
        step.Complete();
    }
}

/// <summary>Prints a line.</summary>
[Activity("Elsa.WriteLine", 1, "Console", "Write a line of text to the console.")]
[Input("text", "String", Editor = "single-line", Description = "The text to write.")]
public sealed class WriteLineActivity : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        step.Effects.WriteLine(step.Text("text") ?? "");
        step.Complete();
    }
}

/// <summary>Runs a script for its value, its assignments and its outcomes.</summary>
[Activity("Elsa.RunJavaScript", 1, "Scripting", "Executes JavaScript code.", Label = "Run JavaScript")]
[Input("script", "String", Lazy = true, Required = true, Editor = "code-editor", Description = "The script to run.")]
[Input("possibleOutcomes", "ICollection<String>", Lazy = true, Editor = "dynamic-outcomes", Description = "A list of possible outcomes; use setOutcome to choose.")]
[Output("Result", "Object", "The value of the script.")]
public sealed class RunJavaScript : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (!step.Element.Inputs.TryGetValue("script", out var source) || source is null || string.IsNullOrWhiteSpace(source.SourceText))
        {
            step.Complete();
            return;
        }

        // The script stands either as the text itself or as a script expression.
        var key = step.Element.Json["script"] as JsonObject ?? step.Element.Json;
        var compiled = step.Instance.Node.Expression(key, source with { Kind = ExpressionKind.JavaScript }, Definitions.ValueType.Any);
        var outcomes = new ScriptOutcomes();
        step.SetOutput("Result", ScriptRun.Run(step, compiled, outcomes));
        step.Complete(outcomes.Names);
    }
}
