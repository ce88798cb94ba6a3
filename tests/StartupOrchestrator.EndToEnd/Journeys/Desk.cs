using Microsoft.Playwright;

namespace StartupOrchestrator.EndToEnd.Journeys;

/// <summary>A person at a desk: what they do on the pages, in the words that stand there.</summary>
internal sealed class Desk(IPage page, Uri server)
{
    public IPage Page => page;

    /// <summary>The first visit of a new installation.</summary>
    public async Task SetUpAsync(string name, string email, string password)
    {
        await page.GotoAsync(server.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Set up the administrator" })).ToBeVisibleAsync();
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password, at least 12 characters").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account and sign in" }).ClickAsync();
        await InsideAsync();
    }

    public async Task SignOutAsync(string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    public async Task SignInAsync(string email, string password)
    {
        await page.GotoAsync(server.ToString());
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await InsideAsync();
    }

    /// <summary>File, preview, import, and from there to the study.</summary>
    public async Task ImportAsync(byte[] record)
    {
        await page.GotoAsync(new Uri(server, "/import").ToString());
        await page.GetByLabel("Choose a file").SetInputFilesAsync(new FilePayload { Name = "record.json", MimeType = "application/json", Buffer = record });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Import \\d+ rows$") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the study" }).ClickAsync();
    }

    /// <summary>On the study's page: starts it, after the dialog has said how far that reaches.</summary>
    public async Task StartAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the study" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Start the study" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The study is starting")).ToBeVisibleAsync();
    }

    public Task OpenSitesAsync(string study) => page.GotoAsync(new Uri(server, $"/studies/{study}/sites").ToString());

    public Task OpenSiteAsync(string study, string site) => page.GotoAsync(new Uri(server, $"/studies/{study}/sites/{site}?tab=submissions").ToString());

    /// <summary>The status of a site in the list.</summary>
    public ILocator StatusOf(string code) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = code }).Locator(".st").First;

    /// <summary>Records an act at the one submission that the page shows, and waits until it is kept.</summary>
    public async Task RecordAsync(string submission, string act)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Acts on {submission}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private Task InsideAsync() => Assertions.Expect(page.Locator("main[data-ready=true]")).ToBeVisibleAsync();
}
