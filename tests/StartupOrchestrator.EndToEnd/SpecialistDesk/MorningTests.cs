using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>A specialist's morning, by keyboard where there is one.</summary>
public sealed partial class MorningTests(Chromium chromium)
{
    private const string Password = "a fine long password 1";

    [Fact]
    public async Task TwoContacts_areRemindedByKeyboard_fromTheList()
    {
        await using var scene = await DeskScene.PlayAsync(4);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, "/work?who=team").ToString());
        await Assertions.Expect(page.GetByText("Return the document 2", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tr.it").First).ToContainTextAsync("Return the document 2");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.GetByText("2 lines selected")).ToBeVisibleAsync();
        await Axe.CheckAsync(page, "work selected");
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.GetByText("2 reminders sent")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(scene.Server.Address, "/work?who=team&item=tasks%2Freturn-2").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary).GetByText("Reminders", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CommitteesQuestion_andItsAnswer_areRecorded_andStandWithTheSubmission()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}?tab=submissions").ToString());
        await ActAsync(page, "A committee or authority asked (RFI)...", d => d.GetByLabel("What was asked").FillAsync("Which insurance covers the participants?"));
        await Assertions.Expect(page.GetByText("Which insurance covers the participants?")).ToBeVisibleAsync();
        await ActAsync(page, "RFI answered...", d => d.GetByLabel("What we answered").FillAsync("The certificate is attached."));
        await Assertions.Expect(page.GetByText("The certificate is attached.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DecisionOfACommittee_isRecordedFromMyWork_inTwoClicks()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, "/work?who=team").ToString());
        var line = page.Locator("tr.it").Filter(new() { HasText = "Local ethics committee" });
        await line.GetByRole(AriaRole.Button, new() { NameRegex = DecisionName() }).ClickAsync();
        await Axe.CheckAsync(page, "decision");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(line).ToHaveCountAsync(0);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}?tab=submissions").ToString());
        await Assertions.Expect(page.GetByText("Approved", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WhatWasTyped_isThereAgain_afterAReload()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}?tab=submissions").ToString());
        await AskAsync();
        await page.GetByLabel("What was asked").FillAsync("Which insurance covers");
        await page.ReloadAsync();
        await AskAsync();
        await Assertions.Expect(page.GetByLabel("What was asked")).ToHaveValueAsync("Which insurance covers");

        async Task AskAsync()
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Acts on Local ethics committee" }).ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "A committee or authority asked (RFI)..." }).ClickAsync();
        }
    }

    [Fact]
    public async Task Note_reachesTheColleagueWhoIsMentioned()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        using var admin = await scene.Server.AdminAsync();
        await scene.ColleagueAsync(admin, "Boris Berg", "specialist", Password);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}?tab=notes").ToString());
        await page.GetByLabel("New note").FillAsync("The director signs on Thursdays.");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Mention somebody" }).FillAsync("Boris");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = BorisName() }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Not yet seen by Boris Berg")).ToBeVisibleAsync();
        await Axe.CheckAsync(page, "notes");

        await using var other = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var boris = await other.NewPageAsync();
        await new Desk(boris, scene.Server.Address).SignInAsync("boris.berg@example.org", Password);
        await Assertions.Expect(boris.GetByText("You were mentioned")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task View_isSavedAndShared_andItsLinkShowsTheSameRows()
    {
        await using var scene = await DeskScene.PlayAsync(6);
        using var admin = await scene.Server.AdminAsync();
        await scene.ColleagueAsync(admin, "Boris Berg", "specialist", Password);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites?f.country=PL").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "All sites" }).ClickAsync();
        await page.GetByLabel("Save this view as").FillAsync("Polish sites");
        await page.GetByLabel("Share it with everyone who may see the study").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the view" }).ClickAsync();
        await Assertions.Expect(page.GetByText("View saved: Polish sites")).ToBeVisibleAsync();
        var link = page.Url;

        await using var other = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var boris = await other.NewPageAsync();
        await new Desk(boris, scene.Server.Address).SignInAsync("boris.berg@example.org", Password);
        await boris.GotoAsync(link);
        await Assertions.Expect(boris.GetByRole(AriaRole.Button, new() { NameRegex = new("^Polish sites") })).ToBeVisibleAsync();
        await Assertions.Expect(boris.GetByText("3 of 6 sites")).ToBeVisibleAsync();
        var download = await boris.RunAndWaitForDownloadAsync(() => boris.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoChangedADateAndWhy_isFoundInTheHistory_byOneKey()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        using var admin = await scene.Server.AdminAsync();
        using var moved = await admin.PostAsync($"/api/v1/sites/{DeskScene.SiteKey(1)}/commands", new { type = "site.plan-dates", dates = new Dictionary<string, string> { ["SI-270"] = "2029-03-12" }, reason = "Director on leave" });
        moved.EnsureSuccessStatusCode();
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Milestones" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("h");
        var history = page.GetByRole(AriaRole.Complementary, new() { Name = "History" });
        await Assertions.Expect(history.GetByText("Director on leave").First).ToBeVisibleAsync();
        await Assertions.Expect(history.GetByText("12-Mar-2029").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(history).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("w");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Why this date?" })).ToBeVisibleAsync();
    }

    private static async Task ActAsync(IPage page, string act, Func<ILocator, Task> fill)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Acts on Local ethics committee" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await fill(dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    [GeneratedRegex("^Decision")]
    private static partial Regex DecisionName();

    [GeneratedRegex("Boris Berg")]
    private static partial Regex BorisName();
}
