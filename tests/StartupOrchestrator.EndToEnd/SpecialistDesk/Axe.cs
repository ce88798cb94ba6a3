using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>Looks at what is open on a page right now, in both themes.</summary>
internal static class Axe
{
    public static async Task CheckAsync(IPage page, string name)
    {
        Assert.Empty(Faults(name, await page.RunAxe()));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(page.Locator("html[data-mantine-color-scheme=dark]")).ToHaveCountAsync(1);
        Assert.Empty(Faults($"{name}, dark", await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } })));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static string[] Faults(string name, AxeResult axe) => [.. axe.Violations.Select(v => $"{name}: {v.Id} at {string.Join(", ", v.Nodes.Select(n => $"{n.Target} {n.Html}"))}")];
}
