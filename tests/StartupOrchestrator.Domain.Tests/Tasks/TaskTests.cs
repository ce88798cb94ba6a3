using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Domain.Tests.Tasks;

public class TaskTests
{
    private const string Jan = "person/jan";

    [Fact]
    public void Task_for_a_site_role_waits_for_the_site_to_name_the_person()
    {
        var stage = TaskStage.Given();
        Assert.Equal(new AwaitFact("contact:PI", TaskStage.Id, "assignee"), stage.Effects.OfType<Tell>().Single().Command);
        Assert.Empty(stage.Effects.OfType<SendMail>());
        Assert.True((bool)stage.Row.Doc["roleEmpty"]!);

        stage.Do(Contact("jan"), Origin.SystemActor);

        var mail = Assert.Single(stage.Effects.OfType<SendMail>());
        Assert.Equal(("task-assigned", new ActorId(ActorKind.Person, "jan")), (mail.Template, mail.To));
        Assert.Equal(("jan", Party.Site), (stage.Row.Owner, stage.Row.WaitingOn));
    }

    [Fact]
    public void Replaced_contact_takes_the_task_over_and_old_links_die()
    {
        var stage = TaskStage.Given().Do(Contact("jan"), Origin.SystemActor).Do(new IssueLink("h1", "jan", stageEnd));

        stage.Do(Contact("eva"), Origin.SystemActor);

        Assert.Equal(LinkStanding.Revoked, LinkRules.Judge(stage.State, "h1", stage.Now).Standing);
        Assert.Equal("eva", stage.State.Assignee.Person);
    }

    [Fact]
    public void Task_that_staff_gave_to_a_person_no_longer_follows_the_role()
    {
        var stage = TaskStage.Given().Do(new DelegateTask(new Assignee("SC", "person/alicja")));

        stage.Do(Contact("jan"), Origin.SystemActor);

        Assert.Equal("alicja", stage.State.Assignee.Person);
    }

    [Fact]
    public void Answers_are_kept_step_by_step_and_complete_the_task()
    {
        var stage = TaskStage.Given();

        stage.Do(new SaveAnswers(TaskStage.Answers(("day", new Answer(["thu"]))), 1), Jan);
        Assert.Equal((StartupTaskStatus.InProgress, 1), (stage.State.Status, stage.State.Step!.Value));
        Assert.Contains("count", stage.Refuses(new CompleteTask("agreed"), Jan).Message, StringComparison.Ordinal);
        stage.Do(new CompleteTask("agreed", TaskStage.Answers(("count", new Answer(Number: 3)))), Jan);

        var done = stage.Fact("done")!;
        Assert.Equal("""{"day":"thu","count":3}""", new JsonObject { ["day"] = done["answers"]!["day"]!.DeepClone(), ["count"] = done["answers"]!["count"]!.DeepClone() }.ToJsonString());
        Assert.Equal(("agreed", "jan"), ((string?)done["outcome"], (string?)done["by"]));
    }

    [Fact]
    public void Outcome_must_be_one_of_those_offered()
    {
        var stage = TaskStage.Given();

        Assert.Equal("outcome", stage.Refuses(new CompleteTask("perhaps", TaskStage.Full), Jan).Field);
        Assert.Equal("outcome", stage.Refuses(new CompleteTask(null, TaskStage.Full), Jan).Field);
    }

    [Fact]
    public void Answer_by_telephone_keeps_channel_date_and_for_whom()
    {
        var stage = TaskStage.Given().Do(Contact("jan"), Origin.SystemActor);

        stage.Do(new CompleteOnBehalf(AnswerChannel.Phone, new LocalDate(2026, 11, 20), "agreed", TaskStage.Full));

        Assert.Equal(new TaskEnd(new LocalDate(2026, 11, 20), "anna", "agreed", "jan", AnswerChannel.Phone), stage.State.End);
    }

    [Fact]
    public void Person_who_asks_an_approval_cannot_give_it()
    {
        var stage = TaskStage.Given(requestedBy: Stage<TaskState>.Anna);

        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new CompleteTask("agreed", TaskStage.Full)).Kind);
        Assert.Equal(RefusalKind.Forbidden, stage.Refuses(new CompleteTask("agreed", TaskStage.Full), Jan, onBehalfOf: Stage<TaskState>.Anna).Kind);
        stage.Do(new CompleteTask("agreed", TaskStage.Full), Stage<TaskState>.Boris);
    }

    [Fact]
    public void Question_turns_the_task_to_us_until_it_is_answered()
    {
        var stage = TaskStage.Given().Do(Contact("jan"), Origin.SystemActor);

        stage.Do(new AskQuestion(Given.Text("q")), Jan);
        Assert.Equal((Party.Us, "task-question"), (stage.Row.WaitingOn, stage.Effects.OfType<SendMail>().Single().Template));
        stage.Do(new ReplyToQuestion(Given.Text("a")));

        Assert.Equal(("task-answer", "jan"), (stage.Effects.OfType<SendMail>().Single().Template, stage.Effects.OfType<SendMail>().Single().To.Key));
        Assert.Equal(Party.Site, stage.Row.WaitingOn);
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new ReplyToQuestion(Given.Text("b"))).Kind);
    }

    [Fact]
    public void Not_me_turns_the_task_to_us_until_staff_delegate_it()
    {
        var stage = TaskStage.Given().Do(Contact("jan"), Origin.SystemActor).Do(new DeclineNotMe(Given.Text("to the pharmacist")), Jan);
        Assert.Equal(Party.Us, stage.Row.WaitingOn);

        stage.Do(new DelegateTask(new Assignee("PHA", "person/piotr")));

        Assert.Equal((Party.Site, "piotr"), (stage.Row.WaitingOn, stage.Row.Owner));
        Assert.Null(stage.State.Forward);
    }

    [Fact]
    public void Link_opens_until_it_expires_and_dies_with_the_task()
    {
        var stage = TaskStage.Given().Do(new IssueLink("h1", "person/jan", stageEnd));
        Assert.Equal(LinkStanding.Opens, LinkRules.Judge(stage.State, "h1", stage.Now).Standing);
        Assert.Equal(LinkStanding.Unknown, LinkRules.Judge(stage.State, "h2", stage.Now).Standing);
        Assert.Equal(LinkStanding.Expired, LinkRules.Judge(stage.State, "h1", stageEnd).Standing);

        stage.Do(new CompleteTask("agreed", TaskStage.Full), Jan);

        Assert.Equal(LinkStanding.TaskDone, LinkRules.Judge(stage.State, "h1", stage.Now).Standing);
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new IssueLink("h3", "jan", stageEnd)).Kind);
    }

    [Fact]
    public void Blocked_task_opens_with_its_mail()
    {
        var stage = TaskStage.Given(blocked: true).Do(Contact("jan"), Origin.SystemActor);
        Assert.Empty(stage.Effects.OfType<SendMail>());
        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new CompleteTask("agreed", TaskStage.Full), Jan).Kind);

        stage.Do(new UnblockTask(), Origin.SystemActor);

        Assert.Single(stage.Effects.OfType<SendMail>());
        Assert.Equal(StartupTaskStatus.Open, stage.State.Status);
    }

    [Fact]
    public void Reopened_task_counts_and_keeps_what_it_was()
    {
        var stage = TaskStage.Given().Do(new CompleteTask("agreed", TaskStage.Full), Jan);

        Assert.Equal("reason", stage.Refuses(new ReopenTask()).Field);
        stage.Do(new ReopenTask(), reason: true);

        Assert.Equal((StartupTaskStatus.Open, 1), (stage.State.Status, stage.State.Reopened));
        Assert.Equal("agreed", stage.Events.OfType<TaskReopened>().Single().Before?.Outcome);
        Assert.False(stage.Holds("done"));
    }

    [Fact]
    public void Task_of_a_role_is_claimed_by_one()
    {
        var stage = TaskStage.Given().Do(new ClaimTask());

        Assert.Equal(RefusalKind.NotAllowed, stage.Refuses(new ClaimTask(), Stage<TaskState>.Boris).Kind);
        stage.Do(new ReleaseTask()).Do(new ClaimTask(), Stage<TaskState>.Boris);
        Assert.Equal("boris", stage.Row.Owner);
    }

    [Theory]
    [InlineData(StartupTaskStatus.Done)]
    [InlineData(StartupTaskStatus.Cancelled)]
    [InlineData(StartupTaskStatus.Skipped)]
    public void Ended_task_refuses_everything_but_reopening(StartupTaskStatus end)
    {
        var stage = TaskStage.Given();
        stage.Do(end switch { StartupTaskStatus.Done => new CompleteTask("agreed", TaskStage.Full), StartupTaskStatus.Cancelled => new CancelTask("plan"), _ => new SkipTask("plan") });

        foreach (var command in new Command[] { new StartTask(), new WaitTask("site"), new SaveAnswers(TaskStage.Full), new CompleteTask("agreed"), new AskQuestion(Given.Text()), new DeclineNotMe(), new DelegateTask(new Assignee("SC")), new ClaimTask(), new CancelTask("x"), new SkipTask("x"), new ChangeDue(null), new RemindTask() })
        {
            Assert.Equal(["reopen"], stage.Refuses(command, reason: true).Allowed);
        }

        Assert.Null(stage.Row.WaitingOn);
    }

    private static readonly Instant stageEnd = Instant.FromUtc(2026, 12, 23, 10, 0);

    private static FactChanged Contact(string? person) =>
        new(Given.Site.SiteActor!.Value, "contact:PI", "assignee", person is not null, person is null ? null : new JsonObject { ["person"] = person });
}
