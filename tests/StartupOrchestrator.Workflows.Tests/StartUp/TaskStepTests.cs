using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Execution;
using static StartupOrchestrator.Workflows.Tests.StartUp.OneStep;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>Steps that give a person a task.</summary>
public sealed class TaskStepTests
{
    [Theory]
    [InlineData("Signed", "Signed,Done"), InlineData("Done", "Done"), InlineData(null, "Done"), InlineData("Other", "Done")]
    public void Plan_goes_on_by_the_outcome_that_was_chosen(string? outcome, string went) =>
        Assert.Equal(went, Task("Signed", "Declined").Fact("done", Result(outcome)).Went);

    [Fact]
    public void Task_that_was_left_out_decides_nothing_where_there_is_nothing_to_decide()
    {
        Assert.Equal("Done", Task().Fact("status:skipped").Went);
        Assert.Equal("Done", Task("Signed").Fact("status:skipped").Went);
        Assert.Contains("needs its outcome", Task("Signed", "Declined").Fact("status:skipped").Blocked, StringComparison.Ordinal);
        Assert.Contains("needs it", new OneStep("Approval", "Approved", ("approver", "SPO")).Fact("status:skipped").Blocked, StringComparison.Ordinal);
        Assert.Contains("visit was left out", Visit().Fact("status:skipped").Blocked, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_task_is_a_question_to_a_person_and_a_retry_gives_another_one()
    {
        var step = Task().Fact("status:cancelled");
        Assert.Contains("task was cancelled", step.Blocked, StringComparison.Ordinal);

        step.Steps.Take(new RetryStep(step.Steps.State.Blocked[0].Id));

        var given = step.Steps.Effects.OfType<TellActor>().Where(t => (string?)t.Command["type"] == "task.create").Select(t => t.Actor).ToList();
        Assert.Equal(2, given.Distinct().Count());
    }

    [Theory]
    [InlineData("CRA", "staff-task", "SUL", false, ""), InlineData("SUL", "staff-task", null, false, ""), InlineData("PI", "site-task", "SUS", true, "3,7,12")]
    public void Site_contacts_get_a_link_and_reminders_and_somebody_of_ours_is_told(string role, string kind, string? escalation, bool link, string reminders)
    {
        var data = new OneStep("AssignTask", "", ("kind", "k"), ("title", "t"), ("assignee", role)).Steps.Effects.OfType<TellActor>().Single().Command["data"]!;

        Assert.Equal((kind, escalation, link), ((string?)data["kind"], (string?)data["escalation"]?["role"], (bool?)data["onTaskPage"] ?? false));
        Assert.Equal(reminders, string.Join(",", (data["reminders"] as JsonArray ?? []).Select(r => r!["businessDays"]?.ToString() ?? r["days"]?.ToString())));
    }

    [Fact]
    public void Task_nobody_at_the_site_can_take_is_a_blocked_step_after_a_day_unless_a_contact_is_named()
    {
        var step = new OneStep("AssignTask", "Done", ("kind", "k"), ("title", "t"), ("assignee", "PI"));
        Assert.Equal(Support.Steps.Noon + Duration.FromDays(1), step.Steps.Effects.OfType<StartTimer>().Single().DueInstant);
        Assert.Contains("Nobody at the site", step.Timer("nobody").Blocked, StringComparison.Ordinal);

        var named = new OneStep("AssignTask", "Done", ("kind", "k"), ("title", "t"), ("assignee", "PI")).Fact("contact");

        Assert.DoesNotContain("nobody", named.Waits);
        Assert.DoesNotContain("nobody", Task().Waits);
    }

    [Fact]
    public void Silent_person_is_given_up_after_the_days_asked_for_and_the_task_withdrawn()
    {
        var step = new OneStep("AssignTask", "Done NoAnswer", ("kind", "k"), ("title", "t"), ("assignee", "CRA"), ("giveUpAfter", 2));
        Assert.Equal(new LocalDateTime(2026, 3, 17, 0, 0), step.Steps.Effects.OfType<StartTimer>().Single().DueLocal);

        step.Timer("give-up");

        Assert.Equal(("NoAnswer", "no-answer"), (step.Went, (string?)step.LastTold["reasonCode"]));
        Assert.Empty(new OneStep("AssignTask", "Done", ("kind", "k"), ("title", "t"), ("assignee", "CRA"), ("giveUpAfter", 0)).Steps.Effects.OfType<StartTimer>());
    }

    [Fact]
    public void Task_is_withdrawn_with_its_plan_but_not_once_it_is_done()
    {
        var step = Task();
        step.Steps.Take(new Cancel());
        Assert.Equal("plan-went-on", (string?)step.LastTold["reasonCode"]);

        Assert.Equal(["task task.create"], Task().Fact("done", Result("Done")).Told);
    }

    [Fact]
    public void Refused_task_is_a_blocked_step_in_the_words_of_the_refusal()
    {
        Assert.Equal("No such role. (asked of site/1). Put it right there, then retry this step; or skip it.", Task().Refused("No such role.").Blocked);
        Assert.StartsWith("It was refused.", Task().Refused().Blocked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1}"), InlineData("[{\"kind\":\"nonsense\"}]")]
    public void Form_that_is_none_is_left_out_or_told_with_its_place(string form)
    {
        var step = new OneStep("AssignTask", "Done", ("kind", "k"), ("title", "t"), ("assignee", "CRA"), ("form", new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = form } }));

        if (form[0] == '{') Assert.Null(step.LastTold["form"]);
        else Assert.StartsWith("The form of this step cannot be read at", step.Blocked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("choose-none", "visit-propose"), InlineData("moved", "visit-propose"), InlineData("no-date", "visit-propose")]
    public void Visit_is_proposed_again_until_a_day_fits(string way, string next)
    {
        var step = Visit().Fact("done", Result(null, "{'first':'2026-03-20','place':'remote'}"));
        Assert.Equal("20-Mar-2026", (string?)step.LastTold["form"]!["fields"]![0]!["options"]![0]!["label"]);
        step = way switch
        {
            "choose-none" => step.Fact("done", Result("NoneFits")),
            "no-date" => step.Fact("done", Result("Chosen", "{'date':'someday'}")),
            _ => step.Fact("done", Result("Chosen", "{'date':'2026-03-20'}")).Fact("done", Result("Moved")),
        };

        Assert.Equal(next, (string?)step.LastTold["code"]);
    }

    [Theory]
    [InlineData("2026-03-20", "2026-03-20"), InlineData("2026-03-02", "2026-03-12")]
    public void Visit_is_confirmed_on_its_day_or_today_when_it_is_over(string day, string due)
    {
        var step = Visit().Fact("done", Result(null, "{'first':'" + day + "'}")).Fact("done", Result("Chosen", "{'date':'" + day + "'}"));

        Assert.Equal(("visit-confirm", due), ((string?)step.LastTold["code"], (string?)step.LastTold["due"]));
    }

    [Fact]
    public void Cancelled_visit_is_taken_back_by_a_later_invitation_of_the_same_id()
    {
        var step = Visit().Fact("done", Result(null, "{'first':'2026-03-20'}")).Fact("done", Result("Chosen", "{'date':'2026-03-20'}")).Fact("done", Result("Cancelled"));

        var calls = step.Steps.Effects.OfType<HostCall>().Select(c => c.Payload).ToList();
        Assert.Equal((2, "Cancelled"), (calls.Count, step.Went));
        Assert.Equal((string?)calls[0]["uid"], (string?)calls[1]["uid"]);
        Assert.Equal([(0, false), (1, true)], calls.Select(c => ((int)c["sequence"]!, (bool)c["data"]!["cancelled"]!)));
        Assert.Equal("2026-03-20T13:00:00", (string?)calls[0]["data"]!["end"]);
    }

    private static OneStep Task(params string[] outcomes) => new("AssignTask", "Signed Declined Done", ("kind", "k"), ("title", "t"), ("assignee", "CRA"), ("outcomes", new JsonArray([.. outcomes.Select(o => (JsonNode?)o)])));

    private static OneStep Visit() => new("ScheduleVisit", "Done Cancelled", ("visit", "siv"), ("title", "Initiation"), ("host", "CRA"), ("contact", "SC"));
}
