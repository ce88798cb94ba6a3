using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Sites;

namespace StartupOrchestrator.Runtime.Tests.Plans;

/// <summary>The rework loops of the process, and the ways in which a site or country leaves.</summary>
public sealed class LoopTests
{
    private const string Site = "abc.001";

    [Fact]
    public async Task L1_confidentiality_agreement_goes_through_two_rounds_of_redlines()
    {
        await using var study = await RunAsync(w => w.Say(Site, "cda-sign", "Redlines", "Redlines", "Signed"));
        Assert.Equal(2, await TasksAsync(study, "cda-redlines"));
    }

    [Fact]
    public async Task L2_survey_is_sent_back_for_clarification()
    {
        await using var study = await RunAsync(w => w.Say(Site, "survey-review", "Clarify", "Complete"));
        Assert.Equal(2, await TasksAsync(study, "survey-review"));
    }

    [Fact]
    public async Task L3_rejected_documents_are_asked_for_again_until_they_are_right()
    {
        await using var study = await RunAsync(w => w.Say(Site, "document-review", "reject", "approve", "reject", "reject"));
        var documents = await study.RowsAsync(ActorKind.Document);
        Assert.Equal(3, documents.Sum(d => (int?)d.Row.Doc["rejections"] ?? 0));
        Assert.Equal(3, await TasksAsync(study, "document-return"));
        Assert.All(documents, d => Assert.Equal("approved", d.Row.Status));
    }

    [Fact]
    public async Task L4_change_of_the_core_consent_form_reaches_country_and_sites()
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld().Say("abc.BR", "translation", "CoreChanged", "Translated"), 4, null, (Packs.Brazil, 2));
        var changed = false;
        await study.Driver.RunAsync(new LocalDate(2030, 1, 1), async () => (await study.PlanAsync())!.IsOver, async () =>
        {
            if (!changed && (await study.SiteAsync("abc.002")).Status == SiteStatus.InStartUp && await study.CountryAsync("BR") >= CountryStatus.Submitted)
            {
                changed = true;
                await study.ChangeCoreIcfAsync("2.0");
            }
        });
        Assert.True(changed);
        await StudyPlanTests.SoundAsync(study);
        Assert.Equal(3, await TasksAsync(study, "icf-adaptation"));
        Assert.Equal(1, await TasksAsync(study, "icf-notification"));
        Assert.Equal(2, await TasksAsync(study, "icf-site-version"));
    }

    [Fact]
    public async Task L5_question_in_validation_is_answered_before_the_assessment()
    {
        await using var study = await RunAsync(w => w.Say("abc.BR", "validation", "rfi"));
        Assert.Contains(await study.RowsAsync(ActorKind.Submission), s => (s.Row.Doc["rfis"] as JsonArray)?.Any(r => (string?)r!["kind"] == "validation") == true);
    }

    [Fact]
    public async Task L5_question_in_validation_of_an_EU_application_holds_its_parts()
    {
        await using var study = await RunAsync(w => w.Say("abc", "validation", "rfi"), Packs.Poland);
        Assert.Contains(await study.RowsAsync(ActorKind.Submission), s => s.Row.Type == "ctr-initial" && (int?)s.Row.Doc["rfiCount"] == 1);
        Assert.Equal(CountryStatus.Active, await study.CountryAsync("PL"));
    }

    [Fact]
    public async Task L6_questions_in_assessment_are_answered_in_Part_I_and_Part_II()
    {
        await using var study = await RunAsync(w => w.Say("abc", "assessment", "rfi").Say("abc.PL", "assessment", "rfi"), Packs.Poland);
        Assert.Equal(2, (await study.RowsAsync(ActorKind.Submission)).Count(s => (int?)s.Row.Doc["rfiCount"] == 1));
    }

    [Fact]
    public async Task L7_approval_with_conditions_counts_only_when_they_are_met_and_accepted()
    {
        await using var study = await RunAsync(w => w.Say("abc.BR", "decision", "approved-with-conditions").Say("abc.BR", "conditions-accepted", "MoreChanges", "Accepted"));
        Assert.Equal(2, await TasksAsync(study, "approval-conditions"));
    }

    [Fact]
    public async Task L8_contract_and_budget_go_through_rounds_and_an_exception()
    {
        await using var study = await RunAsync(w => w
            .Say(Site, "contract-round", "comment", "comment", "comment", "agree").Say(Site, "budget-round", "comment", "agree")
            .Say(Site, "contract-answer", "answer", "exception", "answer"));
        var contract = Assert.Single(await study.RowsAsync(ActorKind.Contract)).Row;
        Assert.Equal(3, (int)contract.Doc["text.round"]!);
        Assert.Equal(1, (int)contract.Doc["budget.round"]!);
        Assert.Equal(1, await TasksAsync(study, "contract-exception"));
    }

    [Theory]
    [InlineData("cda-sign", "NotInterested", SiteStatus.Declined)]
    [InlineData("feasibility-survey", "NotInterested", SiteStatus.Declined)]
    [InlineData("debarment-check", "Hit", SiteStatus.NotSelected)]
    [InlineData("site-selection", "NotSelected", SiteStatus.NotSelected)]
    public async Task Site_that_leaves_before_selection_ends_with_its_reason(string question, string answer, SiteStatus expected)
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld().Say(Site, question, answer), 11, null, (Packs.Brazil, 1));
        await study.RunAsync();
        await StudyPlanTests.SoundAsync(study);
        Assert.Equal(expected, (await study.SiteAsync(Site)).Status);
    }

    [Theory]
    [InlineData("Select", SiteStatus.Active)]
    [InlineData("Release", SiteStatus.NotSelected)]
    public async Task Back_up_site_is_called_up_or_released(string decision, SiteStatus expected)
    {
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld().Say(Site, "site-selection", "BackUp").Say(Site, "back-up-decision", decision), 6, null, (Packs.Brazil, 1));
        await study.RunAsync();
        await StudyPlanTests.SoundAsync(study);
        Assert.Equal(expected, (await study.SiteAsync(Site)).Status);
    }

    [Theory]
    [InlineData("PL")]
    [InlineData("BR")]
    public async Task Refused_country_takes_its_sites_with_it(string iso2)
    {
        var pack = iso2 == "PL" ? Packs.Poland : Packs.Brazil;
        await using var study = await StudyFixture.StartAsync(new ScriptedWorld().Say($"abc.{iso2}", "decision", "refused"), 12, null, (pack, 2), (Packs.Australia, 1));
        await study.RunAsync();
        await StudyPlanTests.SoundAsync(study);
        Assert.Equal(SiteStatus.Active, (await study.SiteAsync("abc.003")).Status);
        Assert.Contains(await study.CountryAsync(iso2), (CountryStatus[])[CountryStatus.Refused, CountryStatus.Withdrawn]);
        Assert.Equal(SiteStatus.Dropped, (await study.SiteAsync(Site)).Status);
    }

    private static async Task<StudyFixture> RunAsync(Func<ScriptedWorld, ScriptedWorld> script, CountryPack? pack = null)
    {
        var world = script(new ScriptedWorld());
        var study = await StudyFixture.StartAsync(world, 8, null, (pack ?? Packs.Brazil, 1));
        await study.RunAsync();
        await StudyPlanTests.SoundAsync(study);
        Assert.True(world.IsUsedUp, "Not every scripted answer was asked for.");
        Assert.Equal(SiteStatus.Active, (await study.SiteAsync(Site)).Status);
        return study;
    }

    private static async Task<int> TasksAsync(StudyFixture study, string code) => (await study.RowsAsync(ActorKind.Task)).Count(t => t.Row.Code == code);
}
