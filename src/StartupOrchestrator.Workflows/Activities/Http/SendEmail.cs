using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Http;

/// <summary>Sends an e-mail. The mail leaves through the outbox; only with an Error activity its fate is awaited.</summary>
[Activity("Elsa.SendEmail", 1, "Email", "Send an email message.", Ports = ["error"])]
[Input("from", "String", Description = "Kept for the original; mails here leave from the address of the installation.")]
[Input("to", "ICollection<String>", Sensitive = true, Required = true, Editor = "multi-text", Description = "Roles (PI, SUS, …), persons (person/key) or addresses that the installation allows.")]
[Input("cc", "ICollection<String>", Sensitive = true, Editor = "multi-text", Description = "The CC recipients' email addresses.")]
[Input("bcc", "ICollection<String>", Sensitive = true, Editor = "multi-text", Description = "The BCC recipients' email addresses.")]
[Input("subject", "String", Description = "The subject of the email message.")]
[Input("attachments", "Object", Description = "Not sent here: a mail with attachments is a fault.")]
[Input("body", "String", Sensitive = true, Editor = "multi-line", Description = "The body of the email message, HTML; its text is set into the installation's own form of mail.")]
public sealed class SendEmail : Activity
{
    private static readonly string[] Members = ["to", "cc", "bcc", "subject", "body"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.List("attachments").Count > 0) throw new ActivityFaultException("Mails of workflows carry no attachments here. Put the file into the study's documents and name it in the body");
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
