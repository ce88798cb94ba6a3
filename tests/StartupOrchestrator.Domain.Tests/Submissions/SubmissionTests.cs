using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tests.Submissions;

public class SubmissionTests
{
    private static readonly DateRule Rule = new(10, Roll: RollRule.NextWorkingDay, MinWorkingDays: 2);
    private static readonly ActorId Application = new(ActorKind.Submission, "ctr");

    private static readonly CountryPackCatalog Packs = CountryPackCatalog.Build(
    [
        ("PL", new CountryPack
        {
            Id = "PL", Name = "Poland", Version = "1", Holidays = [new(new(2026, 11, 11), "Independence Day")],
            Clocks =
            [
                new ClockRuleSet("ctr", "CTR", new(2022, 1, 31), RfiBehaviour.Extends,
                [
                    new(ClockStage.Validation, "Validation", Rule), new(ClockStage.ValidationRfiAnswer, "Answer", Rule, ClockHolder.Sponsor, ExpiryEffect.Lapses),
                    new(ClockStage.ValidationAfterRfi, "After answer", Rule with { Days = 5 }), new(ClockStage.Assessment, "Part I", Rule with { Days = 45 }),
                    new(ClockStage.AssessmentRfiAnswer, "Answer", Rule with { Days = 12 }, ClockHolder.Sponsor, ExpiryEffect.Lapses),
                    new(ClockStage.AssessmentAfterRfi, "After answer", Rule with { Days = 19 }), new(ClockStage.Decision, "Decision", Rule with { Days = 5 }),
                ], AppliesTo: ["ctr-initial", "ctr-part-one", "ctr-part-two", "ctr-decision"]),
            ],
        }),
        ("CH", new CountryPack
        {
            Id = "CH", Name = "Switzerland", Version = "1",
            Clocks = [new ClockRuleSet("clino", "ClinO", new(2014, 1, 1), RfiBehaviour.Stops, [new(ClockStage.Assessment, "Decision", new DateRule(30))], AppliesTo: ["authority"])],
        }),
    ], out _);

    [Fact]
    public void Submission_walks_from_planned_to_decided_with_its_deadlines()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5));
        Assert.Equal((new LocalDate(2026, 10, 15), Party.Authority), (stage.Row.Due, stage.Row.WaitingOn));

        stage.Do(new ReceiveRfi(RfiKind.Validation, new LocalDate(2026, 10, 15)));
        Assert.Equal((new LocalDate(2026, 10, 26), Party.Us), (stage.Row.Due, stage.Row.WaitingOn));
        Assert.True(stage.Holds("rfi-open"));

        stage.Do(new ProgressRfi(RfiStatus.Triaged)).Do(new ProgressRfi(RfiStatus.Drafting)).Do(new ProgressRfi(RfiStatus.Review));
        stage.Do(new AnswerRfi(new LocalDate(2026, 10, 26)));
        Assert.Equal(new LocalDate(2026, 11, 2), stage.Row.Due);

        stage.Do(new ValidationPassed(new LocalDate(2026, 11, 2)));
        Assert.Equal(new LocalDate(2026, 12, 17), stage.Row.Due);

        stage.Now = Instant.FromUtc(2026, 12, 17, 12, 0);
        stage.Do(new DecideSubmission(SubmissionDecision.Approved, new LocalDate(2026, 12, 15), Covers: [new CoveredDocument("protocol", "3.0")]));
        Assert.Equal("approved", (string?)stage.Fact("decided")!["decision"]);
        Assert.True(stage.State.CoversOn("s1.004", new LocalDate(2026, 12, 20)));
        Assert.Null(stage.Row.WaitingOn);
        Assert.Equal(new ClockDays(71, 60, 11, 11), ClockDays.Count(stage.State.Stretches, new LocalDate(2026, 12, 15)));
    }

    [Fact]
    public void Due_date_of_the_authority_counts_before_the_computed_one()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5)).Do(new ReceiveRfi(RfiKind.Validation, new LocalDate(2026, 10, 15), Due: new LocalDate(2026, 10, 21)));

        Assert.Equal(new LocalDate(2026, 10, 21), stage.Row.Due);
        Assert.Equal(new LocalDate(2026, 10, 26), stage.State.OpenRfi!.ComputedDue);
    }

    [Fact]
    public void Missed_answer_lapses_where_the_rule_says_so()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5)).Do(new ReceiveRfi(RfiKind.Validation, new LocalDate(2026, 10, 15)));

        stage.Do(new SetRfiOutcome(RfiOutcome.Missed, new LocalDate(2026, 10, 27)));

        Assert.Equal((SubmissionStatus.Decided, SubmissionDecision.Lapsed), (stage.State.Status, stage.State.Decision!.Value));
    }

    [Fact]
    public void Clock_that_stops_adds_the_days_of_our_answer()
    {
        var stage = Stage(SubmissionType.Authority, "CH");
        Walk(stage, new LocalDate(2026, 10, 1));
        Assert.Equal(new LocalDate(2026, 10, 31), stage.Row.Due);

        stage.Do(new StartAssessment(new LocalDate(2026, 10, 3))).Do(new ReceiveRfi(RfiKind.Assessment, new LocalDate(2026, 10, 10))).Do(new AnswerRfi(new LocalDate(2026, 10, 20)));

        Assert.Equal(new LocalDate(2026, 11, 10), stage.Row.Due);
        Assert.Equal(10, ClockDays.Count(stage.State.Stretches, new LocalDate(2026, 10, 25)).Stopped);
    }

    [Fact]
    public void Country_without_rules_has_no_deadline_and_no_invention()
    {
        var stage = Stage(SubmissionType.Authority, "NZ");
        Walk(stage, new LocalDate(2026, 10, 1));

        Assert.Null(stage.Row.Due);
        Assert.Null(stage.Row.Doc["clock"]);
    }

    [Fact]
    public void Undecided_submission_cannot_be_approved_before_it_was_submitted()
    {
        var stage = Stage(SubmissionType.Authority, "CH");

        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new DecideSubmission(SubmissionDecision.Approved)).Kind);
        stage.Do(new DecideSubmission(SubmissionDecision.Withdrawn));
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new CompileSubmission()).Kind);
    }

    [Fact]
    public void Approval_with_conditions_names_them()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5));

        Assert.Equal("conditions", stage.Refuses(new DecideSubmission(SubmissionDecision.ApprovedWithConditions)).Field);
        stage.Do(new DecideSubmission(SubmissionDecision.ApprovedWithConditions, Conditions: [Given.Text("c1")]));
    }

    [Fact]
    public void Reopened_decision_restores_the_clock()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5));
        var due = stage.Row.Due;
        stage.Do(new DecideSubmission(SubmissionDecision.Refused, new LocalDate(2026, 10, 10)));

        stage.Do(new CorrectSubmission(SubmissionCorrection.Reopen), reason: true);

        Assert.Equal((SubmissionStatus.Submitted, due), (stage.State.Status, stage.Row.Due));
        Assert.Null(stage.State.Decision);
        Assert.Null(stage.State.Stretches[^1].To);
    }

    [Fact]
    public void Corrected_submission_date_moves_the_deadline_and_keeps_the_old_date()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5));

        stage.Do(new CorrectSubmission(SubmissionCorrection.ChangeSubmitted, new LocalDate(2026, 10, 6)), reason: true);

        Assert.Equal(new LocalDate(2026, 10, 16), stage.Row.Due);
        Assert.Equal(new LocalDate(2026, 10, 5), stage.Events.OfType<SubmissionDateCorrected>().Single().From);
    }

    [Fact]
    public void Application_takes_its_parts_along()
    {
        var stage = Stage(SubmissionType.CtrInitial, "PL");
        stage.Do(new AddPart(Part("one"), SubmissionType.CtrPartOne, null)).Do(new AddPart(Part("two-pl"), SubmissionType.CtrPartTwo, "PL"));

        Walk(stage, new LocalDate(2026, 10, 5));

        Assert.Equal([Part("one"), Part("two-pl")], stage.Effects.OfType<Tell>().Select(t => t.Target));
        Assert.All(stage.Effects.OfType<Tell>(), t => Assert.Equal(new LocalDate(2026, 10, 5), Assert.IsType<Submit>(t.Command).On));
    }

    [Fact]
    public void Application_under_assessment_waits_through_its_parts_and_is_shown_decided_when_all_are()
    {
        var stage = Submitted(new LocalDate(2026, 10, 5));
        stage.Do(new AddPart(Part("one"), SubmissionType.CtrPartOne, null)).Do(new AddPart(Part("two-pl"), SubmissionType.CtrPartTwo, "PL"))
            .Do(new AddPart(Part("dec-pl"), SubmissionType.CtrDecision, "PL"));
        Assert.Equal((new LocalDate(2026, 10, 15), Party.Authority), (stage.Row.Due, stage.Row.WaitingOn));
        stage.Do(new ValidationPassed(new LocalDate(2026, 10, 15)));
        Assert.Equal(("assessing", null, null), (stage.Row.Status, stage.Row.Due, stage.Row.WaitingOn));

        stage.Do(new PartConcluded(Part("one"), SubmissionType.CtrPartOne, null, SubmissionDecision.Approved, new LocalDate(2026, 10, 18)))
            .Do(new PartConcluded(Part("two-pl"), SubmissionType.CtrPartTwo, "PL", SubmissionDecision.Approved, new LocalDate(2026, 10, 20)));
        Assert.Equal("assessing", stage.Row.Status);
        stage.Do(new PartConcluded(Part("dec-pl"), SubmissionType.CtrDecision, "PL", SubmissionDecision.Approved, new LocalDate(2026, 10, 23)));
        Assert.Equal("decided", stage.Row.Status);

        stage.Do(new AddPart(Part("two-de"), SubmissionType.CtrPartTwo, "DE"));
        Assert.Equal("assessing", stage.Row.Status);
    }

    [Fact]
    public void Decision_of_a_country_runs_from_the_later_of_its_two_parts()
    {
        var stage = Stage(SubmissionType.CtrInitial, "PL");
        stage.Do(new AddPart(Part("one"), SubmissionType.CtrPartOne, null)).Do(new AddPart(Part("two-pl"), SubmissionType.CtrPartTwo, "PL"))
            .Do(new AddPart(Part("dec-pl"), SubmissionType.CtrDecision, "PL")).Do(new AddPart(Part("dec-de"), SubmissionType.CtrDecision, "DE"));

        stage.Do(new PartConcluded(Part("two-pl"), SubmissionType.CtrPartTwo, "PL", SubmissionDecision.Approved, new LocalDate(2026, 11, 20)));
        Assert.Empty(stage.Effects);
        stage.Do(new PartConcluded(Part("one"), SubmissionType.CtrPartOne, null, SubmissionDecision.Approved, new LocalDate(2026, 11, 18)));

        var tell = Assert.Single(stage.Effects.OfType<Tell>());
        Assert.Equal((Part("dec-pl"), new PartsConcluded(new LocalDate(2026, 11, 20))), (tell.Target, tell.Command));
        Assert.True(stage.Holds("part-one"));
        Assert.True(stage.Holds("part-two:PL"));

        var decision = Stage(SubmissionType.CtrDecision, "PL").Do(new PartsConcluded(new LocalDate(2026, 11, 20)));
        Assert.Equal(new LocalDate(2026, 11, 25), decision.State.Deadline!.Date);
    }

    [Fact]
    public void Part_tells_its_application_when_it_is_concluded()
    {
        var stage = new Stage<SubmissionState>(new SubmissionActor(Packs), Part("one"));
        stage.Do(new PlanSubmission(SubmissionType.CtrPartOne, "PL", Given.Country, Parent: Application));
        Assert.Contains(stage.Effects.OfType<Tell>(), t => t.Target == Application && t.Command is AddPart);
        stage.Do(new Submit(new LocalDate(2026, 10, 5)), sender: Application).Do(new ValidationPassed(new LocalDate(2026, 10, 10)));

        stage.Do(new DecideSubmission(SubmissionDecision.Approved, new LocalDate(2026, 11, 1)));

        Assert.IsType<PartConcluded>(Assert.Single(stage.Effects.OfType<Tell>()).Command);
    }

    [Fact]
    public void A_planned_part_is_submitted_by_its_application_and_by_nobody_else()
    {
        var stage = new Stage<SubmissionState>(new SubmissionActor(Packs), Part("one"));
        stage.Do(new PlanSubmission(SubmissionType.CtrPartOne, "PL", Given.Country, Parent: Application));

        stage.Refuses(new Submit(new LocalDate(2026, 10, 5)));
        stage.Do(new Submit(new LocalDate(2026, 10, 5)), sender: Application);

        Assert.Equal(SubmissionStatus.Submitted, stage.State.Status);
    }

    private static ActorId Part(string key) => new(ActorKind.Submission, key);

    private static Stage<SubmissionState> Submitted(LocalDate on) => Walk(Stage(SubmissionType.CtrInitial, "PL"), on);

    private static Stage<SubmissionState> Walk(Stage<SubmissionState> stage, LocalDate on) =>
        stage.Do(new CompileSubmission(on)).Do(new SubmissionIsReady(on, [new CoveredDocument("protocol", "3.0")])).Do(new Submit(on, "2026-500001-11"));

    private static Stage<SubmissionState> Stage(SubmissionType type, string jurisdiction) =>
        new Stage<SubmissionState>(new SubmissionActor(Packs), Application).Do(new PlanSubmission(type, jurisdiction, Given.Country));
}
