using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Puts documents on the list of expected ones, at the plan's level. An entry names type and title, and may name artefact,
/// gates, second review, owner, language and expiry. The output lists them with their ids, for the steps that collect them.
/// </summary>
[Activity("Startup.ExpectDocuments", 1, "Documents", "Puts documents on the list of expected ones.", Label = "Expect documents")]
[Input("documents", "ICollection<Object>", Required = true, Editor = "expression", Label = "Documents", Description = "type, title, artefact, requiredFor, secondReview, ownerRole, language, expiry.")]
[Output("Listed", "Object", "The entries, each with the id of its document.")]
[Waits("listed", "the plan", 0, 0)]
public sealed class ExpectDocuments : StartUpActivity
{
    private const string Listed = "listed";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        CountTry(step);
        var listed = new JsonArray();
        foreach (var entry in step.List("documents").OfType<JsonObject>())
        {
            var type = (string?)entry["type"] ?? throw new ActivityFaultException("A document on the list has no type.");
            var document = new ActorId(ActorKind.Document, NewKey(step, $"{listed.Count}:{type}"));
            Tell(step, document, Expect(step, type, entry));
            step.Waits.ForFact(document.ToString(), "exists", name: document.ToString());
            var item = (JsonObject)entry.DeepClone();
            item["document"] = document.ToString();
            item["secondReview"] ??= false;
            listed.Add(item);
        }

        step.Remember(Listed, listed);
        if (listed.Count == 0)
        {
            Finish(step);
        }
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (step.Waits.Count == (step.Waits.IsOpen(Refused) ? 1 : 0))
        {
            Finish(step);
        }
    }

    private static void Finish(ActivityContext step)
    {
        step.SetOutput("Listed", step.Recall(Listed)?.DeepClone());
        step.Complete();
    }

    private static ExpectDocument Expect(ActivityContext step, string type, JsonObject entry) => new(
        type, (string?)entry["title"] ?? ActivityDescriptor.Words(type.Replace('-', ' ')), PlanScope.Of(step), (string?)entry["artefact"],
        entry["requiredFor"] is JsonArray gates ? [.. gates.Select(g => Choice<Gate>((string?)g, "gate"))] : ImmutableArray<Gate>.Empty,
        OwnerRole: (string?)entry["ownerRole"], SecondReview: Values.Truth(entry["secondReview"]), Expiry: ExpiryOf(entry["expiry"]),
        Language: (string?)entry["language"]);

    private static ExpiryRule? ExpiryOf(JsonNode? expiry) => expiry is JsonObject o
        ? new ExpiryRule(Choice<ExpiryKind>((string?)o["kind"], "kind of expiry"), Values.Number(o["months"]) is { } months ? (int)months : null)
        : null;
}
