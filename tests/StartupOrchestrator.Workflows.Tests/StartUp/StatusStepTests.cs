using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>Steps about statuses, milestones, days and mails.</summary>
public sealed class StatusStepTests
{
    [Fact]
    public void Refused_status_is_waited_for_a_moment_because_the_site_may_be_there_already()
    {
        var step = new OneStep("AdvanceSite", "Done", ("to", "selected")).Refused("Not from identified.");
        Assert.Equal(Support.Steps.Noon + Duration.FromMinutes(1), step.Steps.Effects.OfType<StartTimer>().Single().DueInstant);
        Assert.Empty(step.Steps.State.Blocked);

        Assert.Equal("Done", step.Fact("status:selected").Went);
        Assert.StartsWith("Not from identified. (asked of site/1).", new OneStep("AdvanceSite", "Done", ("to", "selected")).Refused("Not from identified.").Timer("doubt").Blocked, StringComparison.Ordinal);
        Assert.StartsWith("It was refused. (asked of ).", new OneStep("AdvanceSite", "Done", ("to", "selected")).Refused().Timer("doubt").Blocked, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_status_is_tried_once_when_the_first_is_refused()
    {
        var step = new OneStep("AdvanceSite", "Done", ("to", "selected"), ("elseTo", "back-up"), ("elseReasonCode", "enough-sites"), ("reasonCode", "")).Refused("No.");
        Assert.Equal(("back-up", "enough-sites"), ((string?)step.LastTold["to"], (string?)step.LastTold["reasonCode"]));
        Assert.Null(step.Steps.Effects.OfType<TellActor>().First().Command["data"]!["reasonCode"]);

        Assert.Single(step.Steps.Effects.OfType<StartTimer>().Concat(new OneStep("AdvanceSite", "Done", ("to", "selected"), ("elseTo", "back-up")).Refused().Refused().Steps.Effects.OfType<StartTimer>()));
        Assert.Equal("Done", step.Fact("status:back-up").Went);
    }

    [Theory]
    [InlineData("AdvanceSite", "inStartUp", "site/a1-pl-01", "in-start-up"), InlineData("AdvanceCountry", "under-review", "studycountry/a1.pl", "under-review")]
    public void Status_may_be_spelt_either_way_and_goes_to_the_actor_of_that_level(string type, string to, string actor, string told)
    {
        var step = new OneStep(type, "Done", ("to", to));

        Assert.Equal((actor, told, "status:" + told), (step.Steps.Effects.OfType<TellActor>().Single().Actor, (string?)step.LastTold["to"], step.Waits.Single()));
    }

    [Theory]
    [InlineData("AdvanceSite", "to", "status of a site"), InlineData("AdvanceCountry", "to", "status of a country"), InlineData("AdvanceStudy", "step", "step of a study")]
    public void Status_that_is_none_is_told_with_the_choices(string type, string input, string what) =>
        Assert.StartsWith($"'nowhere' is no {what}. Choose one of: ", new OneStep(type, "Done", (input, "nowhere")).Blocked, StringComparison.Ordinal);

    [Theory]
    [InlineData("start-planning", "status:planning|status:in-start-up|status:recruiting"), InlineData("begin-start-up", "status:in-start-up|status:recruiting"), InlineData("recruiting", "status:recruiting")]
    [InlineData("hold", "status:on-hold"), InlineData("resume", "status:in-start-up|status:recruiting"), InlineData("close", "status:closed"), InlineData("cancel", "status:cancelled")]
    public void Study_that_is_further_already_counts_as_there(string step, string waits) =>
        Assert.Equal([waits], new OneStep("AdvanceStudy", "Done", ("step", step)).Waits);

    [Theory]
    [InlineData("own", "site/a1-pl-01"), InlineData("", "site/a1-pl-01"), InlineData("country", "studycountry/a1.pl"), InlineData("study", "study/a1")]
    public void Level_says_whose_status_is_awaited_and_the_status_is_the_outcome(string level, string actor)
    {
        var step = new OneStep("AwaitStatus", "NotSelected Done", ("level", level), ("statuses", new JsonArray("selected", "notSelected")));
        Assert.Equal((actor, "plan"), (step.Steps.Effects.OfType<AwaitFact>().Single().Actor, step.Steps.State.Bookmarks.Single().Wait!.Who));

        Assert.Equal("NotSelected,Done", step.Fact("status:not-selected").Went);
    }

    [Theory]
    [InlineData("site"), InlineData("country"), InlineData("study"), InlineData("own")]
    public void Plan_for_nobody_of_that_level_says_so(string level) =>
        Assert.Equal($"This plan works for no {(level == "own" ? "study" : level)}. Start it from a plan of that level.", new OneStep([], [], "AwaitStatus", "Done", ("level", level), ("statuses", new JsonArray("x"))).Blocked);

    [Theory]
    [InlineData("SI-160", "site/a1-pl-01"), InlineData("CO-020", "studycountry/a1.pl"), InlineData("ST-010", "study/a1")]
    public void Milestone_is_recorded_where_its_code_says_today_unless_a_date_is_given(string code, string actor)
    {
        var step = new OneStep("ReachMilestone", "Done", ("code", code));
        Assert.Equal((actor, "2026-03-12", "actual"), (step.Steps.Effects.OfType<TellActor>().Single().Actor, (string?)step.LastTold["date"] ?? (string?)step.LastTold["on"], (string?)step.LastTold["kind"]));
        Assert.Equal("Done", step.Fact("milestone:" + code).Went);

        Assert.Contains("2026-03-01", new OneStep("ReachMilestone", "Done", ("code", code), ("on", "2026-03-01")).LastTold.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal([actor], new OneStep("AwaitMilestone", "Done", ("code", code)).Steps.Effects.OfType<AwaitFact>().Select(a => a.Actor));
    }

    [Fact]
    public void Code_that_is_no_milestone_is_told_and_none_does_nothing()
    {
        Assert.Equal("'XX-1' is no milestone: codes begin with ST-, CO- or SI-.", new OneStep("ReachMilestone", "Done", ("code", "XX-1")).Blocked);
        Assert.Equal("Done", new OneStep("ReachMilestone", "Done", ("code", "")).Went);
    }

    [Theory]
    [InlineData("{}", 1, "2026-03-13T08:00", "UTC")]
    [InlineData("{}", 2, "2026-03-16T08:00", "UTC")]
    [InlineData("{'timeZone':'Asia/Tokyo'}", 1, "2026-03-13T08:00", "Asia/Tokyo")]
    [InlineData("{'pack':{'timeZone':'Europe/Warsaw'}}", 1, "2026-03-13T08:00", "Europe/Warsaw")]
    [InlineData("{'timeZone':'','pack':{'timeZone':'Europe/Warsaw'}}", 1, "2026-03-13T08:00", "Europe/Warsaw")]
    [InlineData("{'timeZone':'Nowhere/City'}", 1, "2026-03-13T08:00", "UTC")]
    [InlineData("{'timeZone':'Pacific/Kiritimati'}", 1, "2026-03-16T08:00", "Pacific/Kiritimati")]
    [InlineData("{'pack':{'holidays':['2026-03-13','never']}}", 1, "2026-03-16T08:00", "UTC")]
    [InlineData("{'pack':{'weekend':['Friday','saturday','noday']}}", 1, "2026-03-15T08:00", "UTC")]
    [InlineData("{'pack':{'weekend':[]}}", 2, "2026-03-14T08:00", "UTC")]
    [InlineData("{'pack':{'holidays':['2026-03-13'],'madeUpDays':['2026-03-14']}}", 1, "2026-03-14T08:00", "UTC")]
    public void Business_days_are_those_of_the_country_pack_and_the_day_is_that_of_the_place(string inputs, int days, string due, string zone)
    {
        var given = ((JsonObject)JsonNode.Parse(inputs.Replace('\'', '"'))!).Select(p => (p.Key, p.Value)).ToArray();
        var timer = new OneStep(OneStep.Site, given, "WaitBusinessDays", "Done", ("days", days)).Steps.Effects.OfType<StartTimer>().Single();

        Assert.Equal((due, zone), (timer.DueLocal!.Value.ToString("uuuu-MM-dd'T'HH:mm", null), timer.Zone));
    }

    [Theory]
    [InlineData("own", "site/a1-pl-01"), InlineData("study", "study/a1")]
    public void Mail_goes_to_a_role_at_a_level_and_nobody_waits_for_it(string level, string to)
    {
        var step = new OneStep("SendMail", "Done", ("template", "note"), ("to", "PI"), ("level", level), ("title", "Thanks"), ("text", "All is here."));

        var call = Assert.Single(step.Steps.Effects.OfType<HostCall>());
        Assert.Equal(("mail", "note", to, "PI", "Thanks", "All is here.", null, "Done"),
            (call.Kind, (string?)call.Payload["template"], (string?)call.Payload["to"], (string?)call.Payload["data"]!["role"], (string?)call.Payload["data"]!["title"], (string?)call.Payload["data"]!["text"], call.BookmarkId, step.Went));
    }
}
