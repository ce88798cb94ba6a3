using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using static StartupOrchestrator.Workflows.Tests.StartUp.OneStep;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>Steps about documents and gates: they wait for what is recorded on the thing itself.</summary>
public sealed class DocumentStepTests
{
    [Theory]
    [InlineData("received", "Received"), InlineData("in-review", "Received"), InlineData("approved", "Approved"), InlineData("effective", "Approved")]
    [InlineData("not-applicable", "NotApplicable"), InlineData("waived", "Waived")]
    public void Document_has_arrived_by_its_status(string status, string went) =>
        Assert.Equal(went, new OneStep("AwaitDocument", "Received Approved NotApplicable Waived", ("document", "document/d")).Fact("status:" + status).Went);

    [Fact]
    public void Only_the_statuses_asked_for_end_the_wait()
    {
        var step = new OneStep("AwaitDocument", "Rejected", ("document", "document/d"), ("until", new JsonArray("rejected", "FirstApproved")), ("owner", "PI"));

        Assert.Equal(["status:rejected|status:first-approved"], step.Waits);
        Assert.Equal("PI", step.Steps.Effects.OfType<AwaitFact>().Single().Wait!.Who);
        Assert.Equal("Rejected", step.Fact("status:rejected").Went);
    }

    [Theory]
    [InlineData("status:approved", "Approved"), InlineData("status:effective", "Approved"), InlineData("status:not-applicable", "Approved"), InlineData("status:waived", "Approved")]
    [InlineData("status:rejected", "Rejected"), InlineData("status:requested", "Rejected"), InlineData("first-approved", "FirstApproved")]
    public void Review_ends_by_the_decision_on_the_document_and_the_task_is_ticked_off(string fact, string went)
    {
        var step = Review(second: false).Fact(fact);

        Assert.Equal((went, "task task.complete"), (step.Went, step.Told.Last()));
    }

    [Fact]
    public void Ticking_the_review_task_off_decides_nothing()
    {
        var step = Review(second: false).Fact("done", Result("Done"));
        Assert.False(step.IsOver);
        step.Fact("status:approved");

        Assert.Equal(("Approved", 1), (step.Went, step.Told.Count()));
        Assert.False(Review(second: false).Fact("status:skipped").IsOver);
    }

    [Fact]
    public void Second_review_is_told_as_such_and_hears_of_no_first_approval()
    {
        var (first, second) = (Review(second: false), Review(second: true));

        Assert.Equal(("document-review", "Review the document", "document-second-review", "Review the document a second time"),
            ((string?)first.LastTold["code"], (string?)first.LastTold["title"], (string?)second.LastTold["code"], (string?)second.LastTold["title"]));
        Assert.Contains(first.Waits, w => w.Contains("first-approved", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Waits, w => w.Contains("first-approved", StringComparison.Ordinal));
    }

    [Fact]
    public void Request_for_nothing_is_done_at_once_and_entries_without_a_document_are_passed_over()
    {
        Assert.Equal("Done", Request("[]").Went);
        Assert.Equal("Done", Request("[{'title':'no id'}, 7]").Went);
    }

    [Fact]
    public void Documents_that_arrive_another_way_end_the_request_when_all_are_here_and_tick_the_task_off()
    {
        var step = Request("[{'document':'document/a','type':'lab-norms'},{'document':'document/b','title':'CV'}]");
        Assert.Equal(["document document.request", "document document.request", "task task.create"], step.Told);
        Assert.Equal(["Lab norms", "CV"], step.LastTold["form"]!["fields"]!.AsArray().Select(f => (string?)f!["label"]));
        Assert.Equal(("document-packet", "Return the start-up documents", 20), ((string?)step.LastTold["code"], (string?)step.LastTold["title"], (int)step.LastTold["estimatedMinutes"]!));

        step.Fact("document/a");
        Assert.False(step.IsOver);
        step.Fact("document/b");

        Assert.Equal(("Done", "task task.complete"), (step.Went, step.Told.Last()));
    }

    [Fact]
    public void Answered_request_ends_without_the_documents_and_one_document_has_a_task_of_its_own_name()
    {
        var step = Request("[{'document':'document/a','type':'cv'}]");

        Assert.Equal(("document-return", "Return a document: Cv", "document/a"), ((string?)step.LastTold["code"], (string?)step.LastTold["title"], (string?)step.LastTold["relatedActor"]));
        Assert.Equal("Done", step.Fact("done", Result("Done")).Went);
    }

    [Fact]
    public void Plan_that_does_not_wait_goes_on_as_soon_as_the_documents_are_asked_for()
    {
        var step = new OneStep("RequestDocument", "Done", ("documents", new JsonArray(new JsonObject { ["document"] = "document/a" })), ("waitForAll", false), ("contact", "REG"));

        Assert.Equal(("Done", "staff-task", "SUS"), (step.Went, (string?)step.LastTold["kind"], (string?)step.LastTold["escalation"]!["role"]));
    }

    [Fact]
    public void List_of_expected_documents_is_there_when_all_exist_and_an_entry_needs_a_type()
    {
        var step = new OneStep("ExpectDocuments", "Done", ("documents", JsonNode.Parse("[{\"type\":\"lab-norms\"},{\"type\":\"cv\",\"title\":\"CV\",\"secondReview\":true}]")));
        Assert.Equal(["Lab norms", "CV"], step.Steps.Effects.OfType<TellActor>().Select(t => (string?)t.Command["data"]!["title"]));
        foreach (var wait in step.Waits.ToList())
        {
            Assert.False(step.IsOver);
            step.Fact(wait);
        }

        Assert.Equal("Done", step.Went);
        Assert.Equal("Done", new OneStep("ExpectDocuments", "Done", ("documents", new JsonArray())).Went);
        Assert.Equal("A document on the list has no type.", new OneStep("ExpectDocuments", "Done", ("documents", JsonNode.Parse("[{\"title\":\"CV\"}]"))).Blocked);
        Assert.Contains("'never' is no kind of expiry", new OneStep("ExpectDocuments", "Done", ("documents", JsonNode.Parse("[{\"type\":\"cv\",\"expiry\":{\"kind\":\"never\"}}]"))).Blocked, StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_is_requested_by_one_and_decided_by_another_on_the_site_itself()
    {
        var step = Gate();
        Assert.Equal(("gate-request-activation", "SUS", "Request site activation", "staff-task"), Words(step));
        step.Fact("done", Result("Done"));
        Assert.False(step.IsOver);
        step.Fact("gate:activation:requested");
        Assert.Equal(("gate-decide-activation", "RRO", "Decide on site activation", "approval"), Words(step));

        Assert.Equal("Rejected", step.Fact("gate:activation:rejected").Went);
        Assert.Equal("Approved", Gate().Fact("gate:activation:approved").Went);
        Assert.False(Gate().Fact("status:skipped").IsOver);
    }

    [Fact]
    public void Gate_that_is_none_is_told_with_the_gates_there_are() =>
        Assert.Equal("'door' is no gate. Choose one of: ip-release, activation.", new OneStep("CheckGate", "Approved", ("gate", "door")).Blocked);

    private static (string?, string?, string?, string?) Words(OneStep step) =>
        ((string?)step.LastTold["code"], (string?)step.LastTold["assignee"]!["role"], (string?)step.LastTold["title"], (string?)step.LastTold["kind"]);

    private static OneStep Gate() => new("CheckGate", "Approved Rejected", ("gate", "Activation"));

    private static OneStep Review(bool second) => new("ReviewDocument", "Approved FirstApproved Rejected", ("document", "document/d"), ("second", second));

    private static OneStep Request(string documents) => new("RequestDocument", "Done", ("documents", JsonNode.Parse(documents.Replace('\'', '"'))));
}
