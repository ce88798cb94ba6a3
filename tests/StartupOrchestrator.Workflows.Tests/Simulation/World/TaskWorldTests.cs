using NodaTime;
using static StartupOrchestrator.Workflows.Tests.Simulation.World.Outside;

namespace StartupOrchestrator.Workflows.Tests.Simulation.World;

public sealed class TaskWorldTests
{
    [Theory]
    [InlineData("open", "training", "CRA: CompleteTask {}")]
    [InlineData("in-progress", "training", "CRA: CompleteTask {}")]
    [InlineData("waiting", "training", "CRA: CompleteTask {}")]
    [InlineData("done", "training", "")]
    [InlineData("open", "gate-request-ip-release", "CRA: RequestGate {gate:ip-release}")]
    [InlineData("open", "gate-request-activation", "CRA: RequestGate {gate:activation}")]
    [InlineData("open", "gate-decide-activation", "CRA: ApproveGate {gate:activation}")]
    public void Open_task_is_answered_by_its_role_and_a_gate_on_the_site_itself(string status, string code, string expected) =>
        Assert.Equal(expected.Replace(" {}", "", StringComparison.Ordinal), new Outside().Next("task/t", Row(status, "{'role':'CRA'}", code: code)));

    [Theory]
    [InlineData("document-packet"), InlineData("document-return"), InlineData("document-review"), InlineData("document-second-review"), InlineData("submission-submit"), InlineData("rfi-answer")]
    [InlineData("contract-round"), InlineData("budget-round"), InlineData("contract-answer"), InlineData("budget-answer"), InlineData("contract-exception"), InlineData("budget-exception"), InlineData("contract-signature")]
    public void Task_about_another_item_is_left_to_that_item(string code) => Assert.Empty(new Outside().Acts("task/t", Row("open", code: code)));

    [Fact]
    public void Task_of_nobody_is_done_by_start_up_staff_and_the_gate_act_goes_to_the_site()
    {
        var act = Assert.Single(new Outside().Acts("task/t", Row("open", code: "gate-request-ip-release")));

        Assert.Equal(("SUS", "site/s1", "task/t@open"), (act.Role, act.Target.ToString(), act.Key));
        Assert.Equal("SUS", Assert.Single(new Outside().Acts("task/t", Row("open", code: "x"))).Role);
    }

    [Fact]
    public void Outcome_is_chosen_by_the_code_of_the_task_and_a_reopened_one_is_another_question()
    {
        var outside = new Outside(("cda-sign", "Declined"));
        var act = Assert.Single(outside.Acts("task/t", Row("open", "{'outcomes':[{'code':'Signed'},{'code':'Declined'}],'reopened':2,'onTaskPage':true}", code: "cda-sign")));

        Assert.Equal(("task/t@open.2", true, "CompleteTask {outcome:Declined}"), (act.Key, act.OnTaskPage, outside.Say(act)));
        Assert.Equal(["cda-sign"], outside.Asked);
        Assert.Equal(("acme", "a1", "PL", "s1"), (act.Scope.Sponsor, act.Scope.Study, act.Scope.Country, act.Scope.Site));
    }

    [Fact]
    public void Visit_is_not_confirmed_before_its_day_and_only_a_task_page_is_answered_by_link()
    {
        var confirm = Assert.Single(new Outside().Acts("task/t", Row("open", code: "visit-confirm")));
        var other = Assert.Single(new Outside().Acts("task/t", Row("open", "{'onTaskPage':'yes'}", code: "visit-propose")));

        Assert.Equal((new LocalDate(2026, 3, 20), null), (confirm.NotBefore, other.NotBefore));
        Assert.False(other.OnTaskPage);
    }

    [Theory]
    [InlineData("{'name':'a','kind':'choice','required':true,'options':[{'value':'x'},{'value':'y'}]}", "{answers:{a:{choices:[x]}}}")]
    [InlineData("{'name':'a','kind':'choice','required':true,'options':[]}", "")]
    [InlineData("{'name':'a','kind':'yesNo','required':true}", "{answers:{a:{yes:true}}}")]
    [InlineData("{'name':'a','kind':'yes-no','required':true}", "{answers:{a:{yes:true}}}")]
    [InlineData("{'name':'a','kind':'number','required':true}", "{answers:{a:{number:10}}}")]
    [InlineData("{'name':'a','kind':'number','required':true,'min':10}", "{answers:{a:{number:10}}}")]
    [InlineData("{'name':'a','kind':'number','required':true,'min':12}", "{answers:{a:{number:12}}}")]
    [InlineData("{'name':'a','kind':'date','required':true}", "{answers:{a:{date:2026-03-19}}}")]
    [InlineData("{'name':'a','kind':'date','required':true,'minDate':'2026-03-18'}", "{answers:{a:{date:2026-03-19}}}")]
    [InlineData("{'name':'a','kind':'date','required':true,'minDate':'2026-03-21'}", "{answers:{a:{date:2026-03-23}}}")]
    [InlineData("{'name':'a','kind':'date','required':true,'minDate':'2026-03-22'}", "{answers:{a:{date:2026-03-23}}}")]
    [InlineData("{'name':'a','kind':'file','required':true}", "")]
    [InlineData("{'name':'a','kind':'yesNo'}", "")]
    [InlineData("{'name':'date','kind':'date'}", "{answers:{date:{date:2026-03-19}}}")]
    public void Required_questions_are_answered_with_something_that_fits(string field, string answers) =>
        Assert.Equal($"SUS: CompleteTask {answers}".TrimEnd(), new Outside().Next("task/t", Row("open", "{'form':{'fields':[" + field + "]}}", code: "x")));

    [Theory]
    [InlineData("NotInterested", true), InlineData("NotSelected", true), InlineData("Signed", false)]
    public void Reason_is_given_where_somebody_drops_out(string outcome, bool given)
    {
        var row = Row("open", "{'outcomes':[{'code':'" + outcome + "'}],'form':{'fields':[{'name':'reason','kind':'choice','options':[{'value':'no-patients'}]}]}}", code: "x");

        Assert.Equal(given, new Outside().Next("task/t", row).Contains("no-patients", StringComparison.Ordinal));
    }
}
