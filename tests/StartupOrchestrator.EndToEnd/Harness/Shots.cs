using Microsoft.Playwright;

namespace StartupOrchestrator.EndToEnd.Harness;

/// <summary>Pictures for people to look at: <c>SHOTS</c> names a folder; without it none are taken.</summary>
internal static class Shots
{
    public static Task TakeAsync(IPage page, string name) => Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name.ToLowerInvariant().Replace('?', '-')}.png"), FullPage = true })
        : Task.CompletedTask;
}
