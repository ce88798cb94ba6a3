using StartupOrchestrator.Domain.Documents;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>Documents: sent by the site or by staff, reviewed by one or two people, sometimes sent back.</summary>
internal static class DocumentWorld
{
    public static IEnumerable<WorldAct> Next(World world, WorldItem item)
    {
        var round = item.Number("rejections");
        var first = item.Text("firstApprover") is null;
        var state = $"{item.Row.Status}.{round}.{item.Number("version")}{(first ? "" : ".second")}";
        var owner = item.Row.Owner ?? "SC";
        switch (item.Row.Status)
        {
            case "expected" when item.Row.Site is null:
            case "requested":
            case "superseded" or "expired":
                yield return world.Act(item, state, round == 0 ? "document" : "document-again", owner, hands =>
                    new ReceiveDocument(hands.File($"{item.Row.Type}-{round + 1}.pdf"), Label: $"{round + 1}.0", Dated: hands.Today, ValidUntil: hands.Today.PlusYears(2)));
                break;
            case "received":
                yield return world.Act(item, state, "document-start-review", "SUS", _ => new StartDocumentReview());
                break;
            case "in-review":
                var reject = world.Choose("document-review", item, World.Key(item, state), "approve", "reject") == "reject";
                yield return world.Act(item, state, first ? "document-review" : "document-second-review", first ? "SUS" : "REG", _ =>
                    reject ? new RejectDocument("not-signed") : new ApproveDocument());
                break;
        }
    }
}
