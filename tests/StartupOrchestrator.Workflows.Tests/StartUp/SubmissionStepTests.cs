using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using static StartupOrchestrator.Workflows.Tests.StartUp.OneStep;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>Steps about submissions and contracts.</summary>
public sealed class SubmissionStepTests
{
    private static readonly JsonObject OfStudy = new() { ["sponsor"] = "acme", ["study"] = "a1" };

    [Theory]
    [InlineData("submitted", "submitted|decided", "us"), InlineData("validation", "valid|status:assessing|rfi-open|decided", "authority")]
    [InlineData("decision", "rfi-open|decided", "authority"), InlineData("conclusion", "decided", "authority")]
    public void Stage_of_a_submission_says_what_ends_the_wait_and_whose_turn_it_is(string stage, string waits, string who)
    {
        var step = new OneStep("AwaitSubmission", "", ("submission", "submission/s"), ("stage", stage));

        Assert.Equal([waits], step.Waits);
        Assert.Equal((who, $"submission: {stage}"), (step.Steps.State.Bookmarks.Single().Wait!.Who, step.Steps.State.Bookmarks.Single().Wait!.What));
        Assert.Empty(step.Told);
    }

    [Theory]
    [InlineData("submitted", "submitted", "Submitted"), InlineData("validation", "valid", "Valid"), InlineData("validation", "status:assessing", "Valid"), InlineData("validation", "rfi-open", "RfiOpen")]
    public void Stage_that_came_is_the_outcome(string stage, string fact, string went) =>
        Assert.Equal(went, new OneStep("AwaitSubmission", "Submitted Valid RfiOpen", ("submission", "submission/s"), ("stage", stage)).Fact(fact).Went);

    [Theory]
    [InlineData("approved", "Approved,Favourable"), InlineData("tacit", "Approved,Favourable"), InlineData(null, "Approved,Favourable")]
    [InlineData("approved-with-conditions", "ApprovedWithConditions,Favourable"), InlineData("refused", "Refused"), InlineData("withdrawn", "Withdrawn"), InlineData("lapsed", "Lapsed")]
    public void Decision_is_an_outcome_and_all_good_ones_are_favourable(string? decision, string went) =>
        Assert.Equal(went, new OneStep("AwaitSubmission", "Approved ApprovedWithConditions Favourable Refused Withdrawn Lapsed", ("submission", "submission/s")).Fact("decided", new JsonObject { ["decision"] = decision }).Went);

    [Fact]
    public void Whoever_submits_has_it_on_the_list_until_it_is_recorded_on_the_submission()
    {
        var step = new OneStep("AwaitSubmission", "Submitted", ("submission", "submission/s"), ("stage", "submitted"), ("owner", "CTA"));
        Assert.Equal(("submission-submit", "CTA", "submission/s"), ((string?)step.LastTold["code"], (string?)step.LastTold["assignee"]!["role"], (string?)step.LastTold["relatedActor"]));
        Assert.False(step.Fact("done", Result("Done")).IsOver);

        var recorded = new OneStep("AwaitSubmission", "Submitted", ("submission", "submission/s"), ("stage", "submitted"), ("owner", "CTA")).Fact("submitted");

        Assert.Equal(("Submitted", "task task.complete"), (recorded.Went, recorded.Told.Last()));
        Assert.Empty(new OneStep("AwaitSubmission", "", ("submission", "submission/s"), ("stage", "validation"), ("owner", "CTA")).Told);
    }

    [Theory]
    [InlineData("status:rfi-answered"), InlineData("status:submitted"), InlineData("status:assessing"), InlineData("decided")]
    public void Answer_to_questions_is_given_when_the_submission_says_so(string fact)
    {
        var step = new OneStep("AnswerRfi", "Answered", ("submission", "submission/s"));
        Assert.False(step.Fact("done", Result("Done")).IsOver);

        Assert.Equal("Answered", new OneStep("AnswerRfi", "Answered", ("submission", "submission/s")).Fact(fact).Went);
        Assert.Equal("Answer the assessment questions", (string?)step.LastTold["title"]);
    }

    [Fact]
    public void Package_is_ready_when_it_is_compiled_or_at_once_when_nobody_compiles_it()
    {
        var compiled = new OneStep("PrepareSubmission", "Done", ("submission", "submission/s"), ("assignee", "REG"));
        Assert.Equal(["submission submission.compile", "task task.create"], compiled.Told);
        Assert.Equal("submission submission.ready", compiled.Fact("done", Result("Done")).Told.Last());
        Assert.False(compiled.IsOver);
        Assert.Equal("Done", compiled.Fact("status:ready").Went);

        Assert.Equal(["submission submission.compile", "submission submission.ready"], new OneStep("PrepareSubmission", "Done", ("submission", "submission/s")).Told);
        Assert.Equal("submission submission.ready", new OneStep("PrepareSubmission", "Done", ("submission", "submission/s"), ("assignee", "REG")).Fact("status:skipped").Told.Last());
        Assert.All((string[])["status:ready", "submitted", "decided"], fact => Assert.Equal("Done", new OneStep("PrepareSubmission", "Done", ("submission", "submission/s"), ("assignee", "REG")).Fact(fact).Went));
        Assert.Equal("recorded-on-submission", (string?)new OneStep("PrepareSubmission", "Done", ("submission", "submission/s"), ("assignee", "REG")).Fact("submitted").LastTold["reasonCode"]);
    }

    [Fact]
    public void Submission_of_a_plan_is_for_its_country_or_the_union_and_a_named_one_is_found_by_its_name()
    {
        var named = new OneStep("OpenSubmission", "Done", ("submissionType", "authority"), ("alias", "national"));
        Assert.Equal(("submission/a1.national", "PL"), (named.Steps.Effects.OfType<TellActor>().Single().Actor, (string?)named.LastTold["jurisdiction"]));
        Assert.Equal("Done", named.Fact("exists").Went);

        Assert.Equal("EU", (string?)new OneStep(OfStudy, [], "OpenSubmission", "Done", ("submissionType", "ctr-initial"), ("jurisdiction", "")).LastTold["jurisdiction"]);
        Assert.Equal("CH", (string?)new OneStep("OpenSubmission", "Done", ("submissionType", "authority"), ("jurisdiction", "CH"), ("alias", "")).LastTold["jurisdiction"]);
        Assert.Contains("'letter' is no type of submission", new OneStep("OpenSubmission", "Done", ("submissionType", "letter")).Blocked, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_about_an_item_needs_its_id() =>
        Assert.Equal("Input 'submission' must be the id of an actor, for example document/abc; it is 'nothing'.", new OneStep("AwaitSubmission", "", ("submission", "nothing")).Blocked);

    [Theory]
    [InlineData("NegotiateContract", "contract", "with-us:contract", "Commented"), InlineData("NegotiateContract", "budget", "agreed:budget", "Agreed")]
    [InlineData("AnswerContract", "contract", "with-site:contract", "Answered"), InlineData("AnswerContract", "budget", "exception-approval:budget", "Exception"), InlineData("AnswerContract", "budget", "agreed:budget", "Answered")]
    [InlineData("DecideException", "contract", "with-us:contract", "Done"), InlineData("DecideException", "contract", "with-site:contract", "Done"), InlineData("DecideException", "budget", "sent:budget", "Done"), InlineData("DecideException", "budget", "agreed:budget", "Done")]
    [InlineData("SendContract", "contract", "sent:contract", "Done"), InlineData("SendContract", "budget", "sent:budget", "Done"), InlineData("AwaitContract", null, "executed", "Executed")]
    public void Contract_step_ends_by_what_is_recorded_on_the_contract_and_any_by_its_end(string type, string? track, string fact, string went)
    {
        OneStep Begin() => track is null
            ? new OneStep(type, $"{went} Withdrawn", ("contract", "contract/c"))
            : new OneStep(type, $"{went} Withdrawn", ("contract", "contract/c"), ("track", track));

        Assert.Equal(went, Begin().Fact(fact).Went);
        Assert.Equal("Withdrawn", Begin().Fact("status:discontinued").Went);
        if (type == "SendContract") return;
        Assert.False(Begin().Fact("done", Result("Done")).IsOver);
        Assert.False(Begin().Fact("status:skipped").IsOver);
        Assert.Equal("task task.complete", Begin().Fact(fact).Told.Last());
    }

    [Theory]
    [InlineData("NegotiateContract", "contract-round", "Comment on the contract or agree to it", "SAD", 90), InlineData("AnswerContract", "contract-answer", "Answer the site's contract comments", "CON", 60)]
    [InlineData("DecideException", "contract-exception", "Decide on an exception", "LEG", 20), InlineData("AwaitContract", "contract-signature", "Get the contract signed", "CON", 30)]
    public void Contract_work_is_on_the_list_of_whoever_has_the_ball(string type, string code, string title, string role, int minutes)
    {
        var data = new OneStep(type, "", ("contract", "contract/c")).LastTold;

        Assert.Equal((code, title, role, minutes), ((string?)data["code"], (string?)data["title"], (string?)data["assignee"]!["role"], (int)data["estimatedMinutes"]!));
    }

    [Theory]
    [InlineData("NegotiateContract", "budget-round", "Comment on the site budget or agree to it", 45), InlineData("AnswerContract", "budget-answer", "Answer the site's budget comments", 60)]
    public void Budget_has_words_of_its_own(string type, string code, string title, int minutes)
    {
        var data = new OneStep(type, "", ("contract", "contract/c"), ("track", "budget")).LastTold;

        Assert.Equal((code, title, minutes), ((string?)data["code"], (string?)data["title"], (int)data["estimatedMinutes"]!));
    }
}
