using Microsoft.Playwright;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>Planned dates: moved with their reach in sight, taken back, and never silently overwritten.</summary>
public sealed class PlanTests(Chromium chromium)
{
    [Fact]
    public async Task Visit_isMovedOnTheTimeline_withWhatMovesAlong_andTakenBack()
    {
        await using var scene = await DeskScene.PlayAsync(6);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        var row = Uri.EscapeDataString($"{DeskScene.SiteKey(1)}|SI-220");
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/timeline?open={DeskScene.SiteKey(1)}&row={row}").ToString());

        var why = page.GetByRole(AriaRole.Complementary, new() { Name = "Why this date?" });
        await Assertions.Expect(why.GetByText("Causes, in order")).ToBeVisibleAsync();
        await why.GetByRole(AriaRole.Button, new() { Name = "Change planned date" }).ClickAsync();
        var planned = page.GetByLabel("New planned date");
        var before = await planned.InputValueAsync();
        await planned.FillAsync("12-Mar-2029");
        await page.GetByLabel("Reason, kept in the history").FillAsync("The CRA is free then");
        await Assertions.Expect(page.GetByText("1 site, 1 later step")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Planned date moved: {DeskScene.Code(1)}")).ToBeVisibleAsync();
        await Assertions.Expect(why.Locator("dd").Nth(1)).ToHaveTextAsync("12-Mar-2029");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(why.Locator("dd").Nth(1)).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task DateInTheGrid_thatSomebodyElseChangedFirst_showsBothValues()
    {
        await using var scene = await DeskScene.PlayAsync(6);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites").ToString());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"change planned activation of {DeskScene.Code(2)}$") }).ClickAsync();
        await page.GetByLabel("New planned date").FillAsync("12-Mar-2029");
        await page.GetByLabel("Reason, kept in the history").FillAsync("Agreed by phone");
        await Assertions.Expect(page.GetByText("1 site, 0 later steps")).ToBeVisibleAsync();

        var meanwhile = System.Collections.Immutable.ImmutableSortedDictionary<string, NodaTime.LocalDate>.Empty.Add("SI-270", new NodaTime.LocalDate(2028, 5, 2));
        var site = new ActorId(ActorKind.Site, DeskScene.SiteKey(2));
        await scene.Server.Runtime.SendAsync(
            new Envelope("meanwhile", site, new PlanSiteDates(meanwhile), new Origin("person/other") { Reason = new PersonalRef("r", new string('0', 64)) }), TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        var conflict = page.GetByRole(AriaRole.Dialog, new() { Name = "Someone else changed this first" });
        await Assertions.Expect(conflict.GetByText("02-May-2028", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(conflict.GetByText("12-Mar-2029", new() { Exact = true })).ToBeVisibleAsync();
        await Shots.TakeAsync(page, "conflict");
        await Axe.CheckAsync(page, "conflict");
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Planned date moved: {DeskScene.Code(2)}")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData($"/studies/{DeskScene.Study}/sites")]
    [InlineData("/sites")]
    public async Task ChosenSites_areMovedTogether_afterTheReachWasShown(string address)
    {
        await using var scene = await DeskScene.PlayAsync(6);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, address).ToString());
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all shown" }).CheckAsync();
        await page.GetByLabel("Planned date of").SelectOptionAsync("SI-160");
        await page.GetByLabel("because").FillAsync("The director signs on Thursdays");
        await Assertions.Expect(page.GetByText(new System.Text.RegularExpressions.Regex("6 sites, \\d+ later steps"))).ToBeVisibleAsync();
        await Axe.CheckAsync(page, "selection");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply to 6" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Planned dates moved at 6 sites")).ToBeVisibleAsync();
    }
}
