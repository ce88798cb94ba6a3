using Microsoft.Playwright;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.EndToEnd.Journeys;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.SpecialistDesk;

/// <summary>What came by mail is let go over the row of the document that it is.</summary>
public sealed class DroppedFileTests(Chromium chromium)
{
    private const string MakeFile = """
        () => {
          const data = new DataTransfer();
          data.items.add(new File(['%PDF-1.4 a made-up page'], 'cv.pdf', { type: 'application/pdf' }));
          return data;
        }
        """;

    [Fact]
    public async Task FileDroppedOnARow_isRecordedThere()
    {
        await using var scene = await DeskScene.PlayAsync(2);
        var document = new ActorId(ActorKind.Document, "cv-1");
        await scene.Server.TellAsync(document, new ExpectDocument("cv", "Curriculum vitae", DeskScene.ScopeOf(1)));
        await scene.Server.TellAsync(document, new RequestDocument());
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await new Desk(page, scene.Server.Address).SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await page.GotoAsync(new Uri(scene.Server.Address, $"/studies/{DeskScene.Study}/sites/{DeskScene.SiteKey(1)}?tab=documents").ToString());
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Curriculum vitae" });
        await Assertions.Expect(row).ToBeVisibleAsync();

        await DropAsync(page, row);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByText("cv.pdf")).ToBeVisibleAsync();
        await dialog.GetByLabel("Version on the paper").FillAsync("2.0");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("v2.0");
        await Assertions.Expect(row).ToContainTextAsync("Received");
    }

    private static async Task DropAsync(IPage page, ILocator row)
    {
        await using var data = await page.EvaluateHandleAsync(MakeFile);
        await row.DispatchEventAsync("dragover", new { dataTransfer = data });
        await row.DispatchEventAsync("drop", new { dataTransfer = data });
    }
}
