using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Domain.Tests.Tasks;

public class ReminderTests
{
    private static readonly ReminderRung[] Ladder = [new(3, ReminderFrom.Given), new(-1, ReminderFrom.Due), new(2, ReminderFrom.Due)];

    [Fact]
    public void Only_the_next_rung_has_a_timer_at_nine_in_the_morning_of_the_recipient()
    {
        var stage = TaskStage.Given(reminders: [.. Ladder]);

        var timer = Assert.Single(stage.Effects.OfType<SetTimer>());
        Assert.Equal(("ladder", Instant.FromUtc(2026, 11, 26, 8, 0)), (timer.Key, timer.Due));
    }

    [Fact]
    public void Rungs_follow_each_other_and_the_last_one_escalates()
    {
        var stage = TaskStage.Given(reminders: [.. Ladder], escalation: new Escalation("SUL", 3, "person/lead"));
        stage.Do(new FactChanged(Given.Site.SiteActor!.Value, "contact:PI", "assignee", true, new JsonObject { ["person"] = "jan" }), Origin.SystemActor);
        var first = new SetTimer("ladder", Instant.FromUtc(2026, 11, 26, 8, 0), new RemindTask(0));
        var days = new List<LocalDate>();
        var templates = new List<string>();

        for (SetTimer? timer = first; timer is not null; timer = stage.Effects.OfType<SetTimer>().SingleOrDefault())
        {
            stage.Now = timer.Due;
            days.Add(timer.Due.InUtc().Date);
            stage.Do(timer.Command, Origin.SystemActor);
            templates.Add(Assert.Single(stage.Effects.OfType<SendMail>()).Template);
        }

        // 30 November is a holiday; the due date is Friday 4 December.
        Assert.Equal([new(2026, 11, 26), new(2026, 12, 3), new(2026, 12, 8), new(2026, 12, 9)], days);
        Assert.Equal(["task-reminder", "task-reminder", "task-reminder", "task-escalated"], templates);
        Assert.Equal("SUL", (string?)stage.Row.Doc["escalatedTo"]);
    }

    [Fact]
    public void Timer_that_comes_for_an_earlier_rung_or_an_ended_task_does_nothing()
    {
        var stage = TaskStage.Given(reminders: [.. Ladder]).Do(new RemindTask(0), Origin.SystemActor);
        var events = stage.Events.Count;

        stage.Do(new RemindTask(0), Origin.SystemActor);
        Assert.Equal(events, stage.Events.Count);
        stage.Do(new CancelTask("x")).Do(new RemindTask(1), Origin.SystemActor);

        Assert.Equal(events + 1, stage.Events.Count);
    }

    [Fact]
    public void Recipient_may_ask_for_a_later_day()
    {
        var stage = TaskStage.Given();

        Assert.Equal("on", stage.Refuses(new RemindLater(new LocalDate(2026, 11, 23))).Field);
        stage.Do(new RemindLater(new LocalDate(2026, 11, 27)));

        Assert.Equal(Instant.FromUtc(2026, 11, 27, 8, 0), stage.Effects.OfType<SetTimer>().Single().Due);
    }

    [Fact]
    public void Changed_due_date_moves_the_ladder_and_asks_a_reason_when_later()
    {
        var stage = TaskStage.Given(reminders: [new(-1, ReminderFrom.Due)]);

        Assert.Equal("reason", stage.Refuses(new ChangeDue(new LocalDate(2026, 12, 18))).Field);
        stage.Do(new ChangeDue(new LocalDate(2026, 12, 18)), reason: true);

        Assert.Equal(Instant.FromUtc(2026, 12, 17, 8, 0), stage.Effects.OfType<SetTimer>().Single().Due);
    }

    [Fact]
    public void Done_task_clears_its_timers()
    {
        var stage = TaskStage.Given(reminders: [.. Ladder]).Do(new CompleteTask("agreed", TaskStage.Full));

        Assert.Equal(["ladder", "later"], stage.Effects.OfType<ClearTimer>().Select(t => t.Key));
    }
}
