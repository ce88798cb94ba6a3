using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.Server.Tests.TaskPages;

namespace StartupOrchestrator.EndToEnd.TaskPages;

/// <summary>The task pages in a real browser without script: readable by machines and thumbs, on small phones, in both colour schemes.</summary>
public sealed class TaskPageLooksTests(Chromium chromium)
{
    private static readonly byte[] Pdf = "%PDF-1.4\n%%EOF"u8.ToArray();

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Every_state_of_the_pages_is_accessible_fits_and_can_be_hit_with_a_thumb(int width, ColorScheme scheme)
    {
        var browser = chromium.Browser;
        await using var scene = await TaskScene.StartAsync(TaskScene.Form(await TemplateAsync()));
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 844 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var link = scene.Server.Address.GetLeftPart(UriPartial.Authority) + scene.Link;
        var look = new Look(page, $"{width}-{scheme}".ToLowerInvariant());

        await page.GotoAsync(link);
        await look.CheckAsync("1-yes-no");
        await page.GetByText("Save and continue").ClickAsync();
        await look.CheckAsync("2-not-answered");
        await page.GetByLabel("Yes").CheckAsync();
        await page.GetByText("Save and continue").ClickAsync();
        await page.GetByLabel("Thursday").CheckAsync();
        await look.CheckAsync("3-choice");
        await page.GetByText("Save and continue").ClickAsync();
        await page.GetByLabel("How many beds").FillAsync("a lot");
        await page.GetByLabel("Anything that").FillAsync("The lift is out of order");
        await page.GetByText("Save and continue").ClickAsync();
        await look.CheckAsync("4-wrong-number");
        await page.GetByLabel("How many beds").FillAsync("24");
        await page.GetByText("Save and continue").ClickAsync();
        await look.CheckAsync("5-file-with-template");
        await page.GetByLabel("Send the laboratory certificate").SetInputFilesAsync(new FilePayload { Name = "cert.pdf", MimeType = "application/pdf", Buffer = "MZ..................."u8.ToArray() });
        await page.GetByText("Save and continue").ClickAsync();
        await look.CheckAsync("6-wrong-file");
        await page.GetByLabel("Send the laboratory certificate").SetInputFilesAsync(new FilePayload { Name = "lab-cert.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await page.GetByText("Save and continue").ClickAsync();
        await look.CheckAsync("7-check");
        await page.GetByText("Back", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await look.CheckAsync("8-file-received");

        foreach (var (path, name) in new[] { ("/not-me", "9-not-me"), ("/pass-on", "10-pass-on"), ("/later", "11-later"), ("/ask", "12-ask") })
        {
            await page.GotoAsync(link + path);
            await look.CheckAsync(name);
        }

        await page.GetByLabel("Your question").FillAsync("Which certificate do you need?\nOurs ends in May.");
        await page.GetByText("Send the question").ClickAsync();
        await look.CheckAsync("13-asked");
        await page.GotoAsync(link + "?lang=de");
        await look.CheckAsync("14-with-question-de");
        await page.GotoAsync(link + "/check");
        await page.GetByText("Send my answers").ClickAsync();
        await look.CheckAsync("15-done");
        await page.GotoAsync(link);
        await look.CheckAsync("16-already-done");
        await page.GotoAsync(link[..^1]);
        await look.CheckAsync("17-does-not-work");
    }

    private static Task<FileRef> TemplateAsync() =>
        Task.FromResult(new FileRef(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)), new PersonalRef("template", "x"), 61_440, "application/pdf"));

    /// <summary>Looks at one page; SHOTS names a folder for pictures.</summary>
    private sealed class Look(IPage page, string series)
    {
        public async Task CheckAsync(string name)
        {
            await Shots.TakeAsync(page, $"{series}-{name}");
            var axe = await page.RunAxe();
            Assert.True(axe.Violations.Length == 0, $"{name}: {string.Join("; ", axe.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Target))}"))}");
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} scrolls sideways");
            var small = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a,button,label.opt,input[type=text],input[type=date],input[type=file],textarea')].filter(e => { const r = e.getBoundingClientRect(); return r.height > 0 && r.height < 43.5; }).map(e => e.outerHTML.slice(0, 120))");
            Assert.True(small.Length == 0, $"{name}: too small for a thumb: {string.Join(" | ", small)}");
            Assert.Equal(0, await page.Locator("script").CountAsync());
        }
    }
}
