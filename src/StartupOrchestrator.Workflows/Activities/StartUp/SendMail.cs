using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Sends a mail from a template to whoever holds a role at the plan's site, country or study. Nobody has to answer it.</summary>
[Activity("Startup.SendMail", 1, "Correspondence", "Sends a mail from a template to a role.", Label = "Send mail")]
[Input("template", "String", Editor = "dropdown", Required = true, Label = "Template", Options = ["selection-letter", "decline-letter", "activation-letter", "note"])]
[Input("to", "String", Editor = "dropdown", Required = true, Label = "To", Options = ["PI", "SC", "SAD", "PHA", "SUS", "SUL", "CRA", "CTM", "SPO"])]
[Input("level", "String", Editor = "dropdown", Default = "own", Label = "Of", Options = ["own", "site", "country", "study"])]
[Input("title", "String", Label = "Title", Description = "For a note.")]
[Input("text", "String", Editor = "multi-line", Label = "Text", Description = "For a note; no personal values.")]
public sealed class SendMail : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var data = PlanScope.Write(PlanScope.Of(step));
        data["role"] = step.Text("to");
        data["title"] = step.Text("title");
        data["text"] = step.Text("text");
        step.Effects.Call("mail", new JsonObject
        {
            ["template"] = step.Text("template"),
            ["to"] = PlanScope.Actor(step, step.Text("level")).ToString(),
            ["data"] = data,
        });
        step.Complete();
    }
}
