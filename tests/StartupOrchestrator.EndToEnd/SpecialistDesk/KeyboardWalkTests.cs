using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>The main path without a pointer, with a real study of 105 sites imported and started.</summary>
public sealed class KeyboardWalkTests(Chromium chromium)
{
    private const string Study = "nct02552212";
    private const string Most = "Return the signed page";

    [Fact]
    public async Task MainPath_fromSignInToASite_byKeyboardOnly()
    {
        var record = JsonNode.Parse(File.ReadAllText(SharedData.Require($"data/clinicaltrials/{Study.ToUpperInvariant()}.json")))!;
        await using var server = await TestServer.StartAsync();
        var site = await PrepareAsync(server, record);
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();

        // Sign in.
        await page.GotoAsync(server.Address.ToString());
        await Assertions.Expect(page.GetByLabel("E-mail")).ToBeVisibleAsync();
        await TabToAsync(page, "e => e.matches('input[type=email]')");
        await page.Keyboard.TypeAsync(TestServer.AdminEmail);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(TestServer.Password);
        await page.Keyboard.PressAsync("Enter");

        // My work: the most overdue stands first; open it, act on it.
        var lines = page.Locator("tr.it");
        await Assertions.Expect(lines.First).ToContainTextAsync(Most);
        await page.Keyboard.PressAsync("j");
        var pane = page.GetByRole(AriaRole.Complementary, new() { Name = Most });
        await Assertions.Expect(pane).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("e");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByText(Most)).ToBeVisibleAsync();
        await TabToAsync(page, "e => e.matches('button[type=submit]')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText($"{Most}").And(page.Locator("tr.it *"))).ToHaveCountAsync(0);

        // Palette to the study, its grid, the timeline, a site.
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Search or act" }).WaitForAsync();
        await page.Keyboard.TypeAsync("C-AXSPAND");
        await Assertions.Expect(page.Locator("[role=option]").First).ToContainTextAsync("C-AXSPAND");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "C-AXSPAND" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Countries" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sites", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("105 sites").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Timeline" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".skels")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        await TabToAsync(page, "e => e.getAttribute('role') === 'grid'");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Milestones" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "History" })).ToBeVisibleAsync();
        Assert.Contains($"/studies/{Study}/sites/", page.Url, StringComparison.Ordinal);
        Assert.Contains("pane=history", page.Url, StringComparison.Ordinal);
        Assert.NotNull(site);
    }

    /// <summary>Imports the record, starts the study, and gives its specialist something that is long overdue.</summary>
    private static async Task<string> PrepareAsync(TestServer server, JsonNode record)
    {
        using var admin = await server.AdminAsync();
        using var answer = await admin.PostAsync("/api/v1/imports/clinicaltrials", record);
        var id = (await answer.JsonAsync())["process"]!.GetValue<string>();
        for (JsonNode? progress = null; progress?["status"]?.GetValue<string>() is not "done";)
        {
            progress = await admin.GetJsonAsync($"/api/v1/imports/{Uri.EscapeDataString(id)}");
            Assert.NotEqual("failed", progress["status"]?.GetValue<string>());
        }

        using var start = await admin.PostAsync($"/api/v1/studies/{Study}/start", new { });
        start.EnsureSuccessStatusCode();
        var site = (await admin.GetJsonAsync($"/api/v1/sites?study={Study}&limit=1"))["items"]![0]!;
        var scope = new Scope(site["sponsor"]?.GetValue<string>() ?? "ucb", Study, site["country"]!.GetValue<string>(), site["key"]!.GetValue<string>());
        await server.TellAsync(
            new ActorId(ActorKind.Task, "walk"),
            new CreateTask("walk", Most, scope, new Assignee("SUS", "first-administrator"), Due: LocalDate.FromDateTime(DateTime.UtcNow).PlusDays(-40)));
        return scope.Site!;
    }

    /// <summary>Presses Tab until the focus is where it should be, as a person would.</summary>
    private static async Task TabToAsync(IPage page, string there)
    {
        for (var pressed = 0; pressed < 120; pressed++)
        {
            if (await page.EvaluateAsync<bool>($"() => !!document.activeElement && ({there})(document.activeElement)"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"the focus never came to {there}");
    }
}
