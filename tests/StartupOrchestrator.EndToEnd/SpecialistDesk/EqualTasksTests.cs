using Microsoft.Playwright;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>What was done at many sites in one go is recorded in one go.</summary>
public sealed class EqualTasksTests(Chromium chromium)
{
    private const string Title = "Open the site's accounts";

    [Fact]
    public async Task EqualTasks_ofSeveralSites_takeOneAnswer_andWhatSomebodyElseChangedStays()
    {
        await using var scene = await DeskScene.PlayAsync(4);
        var today = LocalDate.FromDateTime(DateTime.UtcNow);
        foreach (var number in new[] { 1, 2, 3 })
        {
            await scene.Server.TellAsync(TaskAt(number), new CreateTask("accounts", Title, DeskScene.ScopeOf(number), new Assignee("SUS"), Due: today.PlusDays(-2 * number)));
        }

        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, "/work?who=team").ToString());
        var equal = page.Locator("tr.it").Filter(new() { HasText = Title });
        await Assertions.Expect(equal).ToHaveCountAsync(3);
        foreach (var line in await page.Locator("tr.it").Filter(new() { HasTextRegex = new("accounts|Return the document 1") }).AllAsync())
        {
            await line.HoverAsync();
            await line.GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await equal.First.ClickAsync();
        await page.Keyboard.PressAsync("e");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByText("One answer for 3 tasks")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByText("One more that you chose asks something else")).ToBeVisibleAsync();
        await Axe.CheckAsync(page, "one answer for several tasks");
        await scene.Server.TellAsync(TaskAt(3), new ChangeDue(today.PlusDays(-9)));
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save") }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("2 of 3 recorded.")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync(DeskScene.Code(3));
        await Assertions.Expect(equal).ToHaveCountAsync(1);
        await Assertions.Expect(equal).ToContainTextAsync(DeskScene.Code(3));

        // Told of it, the person saves again: with what was typed, over the newest state.
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save") }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(equal).ToHaveCountAsync(0);
    }

    private static ActorId TaskAt(int number) => new(ActorKind.Task, $"accounts-{number}");
}
