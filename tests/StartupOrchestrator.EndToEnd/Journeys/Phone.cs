using Microsoft.Playwright;

namespace StartupOrchestrator.EndToEnd.Journeys;

/// <summary>A site contact with a phone: opens the link of a mail and answers screen by screen.</summary>
internal sealed class Phone(IPage page, Uri server)
{
    public IPage Page => page;

    public Task OpenAsync(string link) => page.GotoAsync(new Uri(server, link).ToString());

    public Task WriteAsync(string label, string text) => page.GetByLabel(label).FillAsync(text);

    public Task AttachAsync(string label, string name, byte[] content) =>
        page.GetByLabel(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });

    public Task GoOnAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();

    /// <summary>Goes on without further answers until everything can be checked, decides, and sends.</summary>
    public async Task SendAsync(string decision)
    {
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" });
        while (!await send.IsVisibleAsync())
        {
            await GoOnAsync();
        }

        await page.GetByLabel(decision, new() { Exact = true }).CheckAsync();
        await send.ClickAsync();
        await Assertions.Expect(page.Locator("h1.head .ok")).ToBeVisibleAsync();
    }
}
