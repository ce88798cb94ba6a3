using System.Globalization;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using Ask = StartupOrchestrator.Domain.Documents.RequestDocument;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Asks for documents: one task with a checklist, however many there are, mailed to a site contact or put on the list of a
/// role of ours. Waits until the task
/// is done or every document has arrived some other way.
/// </summary>
[Activity("Startup.RequestDocument", 1, "Documents", "Asks a site contact, in one mail, or a role of ours for documents.", Label = "Request documents")]
[Input("documents", "ICollection<Object>", Required = true, Editor = "expression", Label = "Documents", Description = "Entries with the id of a document, as Expect documents gives them.")]
[Input("contact", "String", Editor = "dropdown", Default = "SC", Label = "From", Options = ["SC", "PI", "SI", "PHA", "LAB", "SAD", "SUS", "REG", "CTA"])]
[Input("title", "String", Label = "Title")]
[Input("dueIn", "Int32", Default = 20, Label = "Due in (business days)")]
[Input("waitForAll", "Boolean", Default = true, Label = "Wait until they are here", Description = "If not, the plan goes on as soon as they are asked for.")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Waits("documents", "site contact", 10, 25)]
public sealed class RequestDocument : TaskActivity
{
    private static readonly string[] Arrivals = ["received", "in-review", "approved", "effective", "not-applicable", "waived"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var documents = Documents(step);
        if (documents.Count == 0)
        {
            step.Complete();
            return;
        }

        var order = Order(step, documents);
        foreach (var document in documents)
        {
            TellOnly(step, document.Id, new Ask(order.Due(step)));
        }

        if (!step.Flag("waitForAll"))
        {
            CountTry(step);
            TellOnly(step, new ActorId(ActorKind.Task, NewKey(step, order.Code)), order.Command(step));
            step.Complete();
            return;
        }

        Give(step, order);
        foreach (var document in documents)
        {
            step.Waits.ForAny(document.Id.ToString(), Arrivals.Select(Status), name: document.Id.ToString());
        }
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (!wait.StartsWith("document/", StringComparison.Ordinal))
        {
            base.Arrived(step, wait, payload);
            return;
        }

        if (Documents(step).All(d => !step.Waits.IsOpen(d.Id.ToString())))
        {
            if (Given(step) is { } task)
            {
                TellOnly(step, task, new CompleteTask());
                step.Remember("task", null);
            }

            step.Complete();
        }
    }

    /// <inheritdoc/>
    protected override void Done(ActivityContext step, JsonObject result) => step.Complete();

    private static List<(ActorId Id, string Title)> Documents(ActivityContext step) =>
        [.. step.List("documents").OfType<JsonObject>().Where(d => ActorId.TryParse((string?)d["document"], out _))
            .Select(d => (ActorId.Parse((string)d["document"]!), (string?)d["title"] ?? ActivityDescriptor.Words(((string?)d["type"] ?? "document").Replace('-', ' '))))];

    private static TaskOrder Order(ActivityContext step, List<(ActorId Id, string Title)> documents)
    {
        var fields = documents.Select((d, i) => new FormField(
            "document" + (i + 1).ToString(CultureInfo.InvariantCulture), d.Title, FieldKind.File, Step: 1));
        var parameters = documents.Select((d, i) => KeyValuePair.Create("document" + (i + 1).ToString(CultureInfo.InvariantCulture), d.Id.ToString()));
        var one = documents.Count == 1;
        var from = step.Text("contact")!;
        return new TaskOrder(one ? "document-return" : "document-packet", step.Text("title") ?? (one ? $"Return a document: {documents[0].Title}" : "Return the start-up documents"), from)
        {
            Kind = Party.IsSiteRole(from) ? "site-task" : "staff-task",
            What = "Upload each document as it is ready; you need not send all at once.",
            Why = "The site can start only with its documents complete.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = 10 * documents.Count,
            Form = new TaskForm([.. fields]),
            EscalateTo = "SUS",
            About = one ? documents[0].Id : null,
            Parameters = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, parameters),
        };
    }
}
