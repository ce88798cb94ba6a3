using Microsoft.Playwright;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;
using StartupOrchestrator.Server.Tests.Workflows;

namespace StartupOrchestrator.EndToEnd.Pages;

/// <summary>A manager moves running plans to a new version: looks first, moves with a reason, reads the history, takes it back.</summary>
public sealed class PlanMoveTests(Chromium chromium)
{
    [Fact]
    public async Task Running_plans_are_looked_at_moved_and_taken_back()
    {
        var browser = chromium.Browser;
        await using var scene = await WorkflowScene.StartAsync();
        var plan = await scene.RunAsync(await scene.PublishAsync(Draw.Definition("visits", Draw.Sequence(Draw.Line("hello", "'first words'"), Draw.Event("go")))));
        await scene.RunAsync("visits");
        await scene.PublishAsync(Draw.Definition("visits", Draw.Sequence(Draw.Line("hello", "'second words'"), Draw.Event("go"), Draw.Line("end", "'the end'"))));
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);

        await page.GotoAsync(new Uri(scene.Server.Address, "/plans").ToString());
        await page.GetByLabel("Workflow").SelectOptionAsync("visits");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what would happen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("would move")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move 2 plans" })).ToBeDisabledAsync();
        await BothAsync(page, "plans-preview");
        await page.GetByLabel("Reason, kept in the history").FillAsync("New words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move 2 plans" }).ClickAsync();
        await Assertions.Expect(page.GetByText("moved", new() { Exact = true })).ToHaveCountAsync(2);

        await page.GotoAsync(new Uri(scene.Server.Address, $"/plans/{plan}").ToString());
        await Assertions.Expect(page.GetByText("printed: first words")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Moved to another version")).ToBeVisibleAsync();
        await BothAsync(page, "plan-history");
        await page.GetByLabel("Reason, kept in the history").FillAsync("Too early");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the move back" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Move taken back")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take the move back" })).ToHaveCountAsync(0);
        Assert.Equal(1, (int)(await scene.PlanAsync(plan))["details"]!["version"]!);
    }

    private static async Task BothAsync(IPage page, string name)
    {
        await Shots.TakeAsync(page, $"{name}-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(page.Locator("html[data-mantine-color-scheme=dark]")).ToHaveCountAsync(1);
        await Shots.TakeAsync(page, $"{name}-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
