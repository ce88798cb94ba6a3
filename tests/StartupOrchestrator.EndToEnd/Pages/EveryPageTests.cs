using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Runtime.Plans;

namespace StartupOrchestrator.EndToEnd.Pages;

/// <summary>Every page of the web app, found by its own list of pages, with a real study on it: accessible in both themes, and none scrolls sideways.</summary>
public sealed partial class EveryPageTests(Chromium chromium, PlayedStudy played)
{
    private static readonly string[] SiteTabs = ["tasks", "documents", "submissions", "contract", "people", "mail", "notes"];

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_page_is_accessible_in_both_themes_and_fits(int width)
    {
        var browser = chromium.Browser;
        var server = await played.ServerAsync();
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var faults = new List<string>();

        await page.GotoAsync(server.Address.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await CheckAsync(page, $"sign-in-{width}", faults);
        await new Desk(page, server.Address).SignInAsync(PlayedStudy.Person.Email, PlayedStudy.Person.Password);
        foreach (var address in Addresses())
        {
            await page.GotoAsync(new Uri(server.Address, address).ToString());
            await Assertions.Expect(page.Locator("main[data-ready=true]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".skels")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
            await CheckAsync(page, $"{address.Trim('/').Replace('/', '-')}-{width}", faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>The app's own list, so that a new page is looked at from its first day.</summary>
    private static IEnumerable<string> Addresses()
    {
        var list = File.ReadAllText(Path.Combine(Folder(), "src", "web", "src", "app", "pages.ts"));
        foreach (Match found in PathOfPage().Matches(list))
        {
            var address = found.Groups["path"].Value.Replace(":study", PlayedStudy.Study, StringComparison.Ordinal).Replace(":site", PlayedStudy.Site.Key, StringComparison.Ordinal)
                .Replace(":plan", StudyStart.Plan(PlayedStudy.Study).Key, StringComparison.Ordinal);
            Assert.False(address.Contains(':', StringComparison.Ordinal), $"tell this test what to put into {address}");
            yield return address;
            foreach (var tab in address.EndsWith(PlayedStudy.Site.Key, StringComparison.Ordinal) ? SiteTabs : [])
            {
                yield return $"{address}?tab={tab}";
            }
        }
    }

    private static async Task CheckAsync(IPage page, string name, List<string> faults)
    {
        await Shots.TakeAsync(page, $"{name}-light");
        faults.AddRange(Faults(name, await page.RunAxe()));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(page.Locator("html[data-mantine-color-scheme=dark]")).ToHaveCountAsync(1);
        await Shots.TakeAsync(page, $"{name}-dark");
        faults.AddRange(Faults($"{name}, dark", await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } })));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            faults.Add($"{name}: scrolls sideways");
        }
    }

    private static IEnumerable<string> Faults(string name, AxeResult axe) =>
        axe.Violations.Select(v => $"{name}: {v.Id} at {string.Join(", ", v.Nodes.Select(n => $"{n.Target} {n.Html}"))}");

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StartupOrchestrator.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("path: '(?<path>[^']+)'")]
    private static partial Regex PathOfPage();
}
