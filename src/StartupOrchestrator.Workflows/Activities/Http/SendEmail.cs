using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Http;

/// <summary>Sends an e-mail. The mail leaves through the outbox; only with an Error activity its fate is awaited.</summary>
[Activity("Elsa.SendEmail", 1, "Email", "Send an email message.", Ports = ["error"])]
[Input("from", "String", Description = "The sender's email address.")]
[Input("to", "ICollection<String>", Required = true, Editor = "multi-text", Description = "The recipients' email addresses.")]
[Input("cc", "ICollection<String>", Editor = "multi-text", Description = "The CC recipients' email addresses.")]
[Input("bcc", "ICollection<String>", Editor = "multi-text", Description = "The BCC recipients' email addresses.")]
[Input("subject", "String", Description = "The subject of the email message.")]
[Input("attachments", "Object", Description = "The attachments to send with the email message.")]
[Input("body", "String", Editor = "multi-line", Description = "The body of the email message, HTML.")]
public sealed class SendEmail : Activity
{
    private static readonly string[] Members = ["from", "to", "cc", "bcc", "subject", "attachments", "body"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var mail = new JsonObject();
        foreach (var member in Members) mail[member] = step.Input(member)?.DeepClone();
        var waits = step.Instance.Node.Child("error") is not null;
        step.Effects.Call("mail", mail, waits ? "sent" : null);
        if (!waits) step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption)
    {
        if (resumption.Payload.Text("failure") is not null && step.Instance.Node.Child("error") is { } error) step.Schedule(error);
        else step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child) => step.Complete();
}
