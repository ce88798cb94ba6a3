using Microsoft.Playwright;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>What a specialist does all day, each act within two clicks, and again without a pointer.</summary>
public sealed class WalkTests(Chromium chromium)
{
    [Fact]
    public async Task ReasonOfADate_opensBesideTheList_andAReminderLeavesFromThere()
    {
        await using var scene = await DeskScene.PlayAsync(4);
        await using var context = await ContextAsync();
        var page = await SignedInAsync(scene, context, $"/studies/{DeskScene.Study}/sites?group=none&q={DeskScene.Code(1)}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Why this date?" }).ClickAsync();
        var why = page.GetByRole(AriaRole.Complementary, new() { Name = "Why this date?" });
        await Assertions.Expect(why.GetByText("Causes, in order")).ToBeVisibleAsync();
        await Axe.CheckAsync(page, "why beside the list");
        await why.GetByRole(AriaRole.Button, new() { Name = "Remind" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Reminder sent")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CommitteesQuestion_isRecordedFromMyWork_inTwoClicks()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        await using var context = await ContextAsync();
        var page = await SignedInAsync(scene, context, "/work?who=team");
        await page.Locator("tr.it").Filter(new() { HasText = "Local ethics committee" }).GetByRole(AriaRole.Button, new() { Name = "Question" }).ClickAsync();
        await page.GetByLabel("What was asked").FillAsync("Which insurance?");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("asked (RFI): saved")).ToBeVisibleAsync();

        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}?tab=submissions").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Record our answer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByText("Which insurance?")).ToBeVisibleAsync();
        await page.GetByLabel("What we answered").FillAsync("That of the sponsor.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Our answer: That of the sponsor.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Walk_withoutAPointer()
    {
        await using var scene = await DeskScene.PlayAsync(4);
        await using var context = await ContextAsync();
        var page = await SignedInAsync(scene, context, "/work?who=team&closed=overdue~due");
        var keys = page.Keyboard;

        // A committee asks: the line, Q, the words, Ctrl Enter.
        await Assertions.Expect(page.Locator("tr.it").First).ToContainTextAsync("Local ethics committee");
        await keys.PressAsync("j");
        await keys.PressAsync("q");
        await Assertions.Expect(page.GetByLabel("What was asked")).ToBeFocusedAsync();
        await keys.TypeAsync("Which batch?");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByText("asked (RFI): saved")).ToBeVisibleAsync();

        // Why a site is late, beside the list; a reminder to whoever is asked there.
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites?group=none&q={DeskScene.Code(1)}").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = DeskScene.Code(1) })).ToBeVisibleAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("w");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Why this date?" })).ToBeVisibleAsync();
        await keys.PressAsync("r");
        await Assertions.Expect(page.GetByText("Reminder sent")).ToBeVisibleAsync();

        // Another planned date: what moves with it is read before Enter.
        await keys.PressAsync("m");
        await Assertions.Expect(page.GetByLabel("New planned date")).ToBeFocusedAsync();
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("12-Mar-2029");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("1 site, 0 later steps")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Reason, kept in the history")).ToBeFocusedAsync();
        await keys.TypeAsync("Pharmacy closes");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Planned date moved")).ToBeVisibleAsync();

        // Who changed it and why, where the date stands.
        await keys.PressAsync("m");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Change planned date" }).GetByText("Pharmacy closes")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");

        // The view leaves as a workbook.
        await keys.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Search or act" })).ToBeFocusedAsync();
        await keys.TypeAsync("export");
        await Assertions.Expect(page.Locator("[role=option]").First).ToContainTextAsync("Export this view");
        var download = await page.RunAndWaitForDownloadAsync(() => keys.PressAsync("Enter"));
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_inGerman_saysTasksAndHistoryInGerman()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        await scene.Server.TellAsync(
            new Domain.Actors.ActorId(Domain.Actors.ActorKind.Task, "select"),
            new Domain.Tasks.CreateTask("select", "Select the site", DeskScene.ScopeOf(1), new Domain.Tasks.Assignee("SUS"), Why: "The sponsor decides by it."));
        await using var context = await ContextAsync();
        var page = await SignedInAsync(scene, context, "/work?who=team");
        await page.EvaluateAsync("localStorage.setItem('startup.language', 'de')");
        await page.GotoAsync(new Uri(scene.Server.Address, "/work?who=team&item=tasks%2Fselect").ToString());
        var pane = page.GetByRole(AriaRole.Complementary, new() { Name = "Zentrum auswählen" });
        await Assertions.Expect(pane.GetByText("Danach entscheidet der Sponsor.").First).ToBeVisibleAsync();
        await Assertions.Expect(pane.GetByText("Aufgabe gegeben").First).ToBeVisibleAsync();
    }

    private Task<IBrowserContext> ContextAsync() =>
        chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB" });

    private static async Task<IPage> SignedInAsync(DeskScene scene, IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, address).ToString());
        await Assertions.Expect(page.Locator(".skels")).ToHaveCountAsync(0);
        return page;
    }
}
