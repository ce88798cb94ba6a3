using Microsoft.Playwright;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.EndToEnd.Harness;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.EndToEnd.Journeys;

/// <summary>The main job as its people do it: a registry record becomes a study whose site moves as investigator and committee answer.</summary>
public sealed class MainJobTests(Chromium chromium) : IDisposable
{
    private const string Study = "nct02552212";
    private const string Code = "CA-01";
    private static readonly byte[] Pdf = "%PDF-1.4\n%%EOF"u8.ToArray();
    private static readonly ActorId Site = new(ActorKind.Site, $"{Study}.ca-01");
    private readonly string data = Directory.CreateTempSubdirectory("startup-journey-").FullName;

    [Fact]
    public async Task A_registry_record_becomes_a_site_that_moves_before_our_eyes()
    {
        var record = RegistryCut.Of("Canada", "Poland");
        var browser = chromium.Browser;
        await using var server = await TestServer.StartAsync(o => o with { InMemory = false, DataDirectory = data });
        await using var wide = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await using var narrow = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var ada = new Desk(await wide.NewPageAsync(), server.Address);
        var investigator = new Phone(await narrow.NewPageAsync(), server.Address);

        await ada.SetUpAsync("Ada Admin", TestServer.AdminEmail, TestServer.Password);
        await ada.SignOutAsync("Ada Admin");
        await ada.SignInAsync(TestServer.AdminEmail, TestServer.Password);
        await ada.ImportAsync(record);
        using var others = await Backstage.AssembleAsync(server, data, TestServer.AdminEmail, TestServer.Password, Pdf);
        await others.StaffAsync(Study, Site.Key);
        await ada.StartAsync();

        await ada.OpenSitesAsync(Study);
        var status = ada.StatusOf(Code);
        await Assertions.Expect(status).ToHaveTextAsync("Identified");
        await ada.Page.EvaluateAsync("window.neverReloaded = true");

        var agreement = await MailedAsync(others, "cda-sign");
        await Assertions.Expect(status).ToHaveTextAsync("CDA pending");
        await investigator.OpenAsync(agreement);
        await Shots.TakeAsync(investigator.Page, "journey-1-agreement");
        await investigator.AttachAsync("Signed agreement", "agreement.pdf", Pdf);
        await investigator.SendAsync("Signed");
        await Assertions.Expect(status).ToHaveTextAsync("CDA executed");

        await investigator.OpenAsync(await MailedAsync(others, "feasibility-survey"));
        await investigator.WriteAsync("Participants you can enrol in a year", "12");
        await investigator.SendAsync("Answered");
        await Shots.TakeAsync(investigator.Page, "journey-2-sent");

        await using var regulatory = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var rita = new Desk(await regulatory.NewPageAsync(), server.Address);
        await rita.SignInAsync("rita@example.org", Cast.Password);
        await others.PlayUntilAsync(rows => IsLast(rows), Study, Site, IsOfCommittee);
        await Assertions.Expect(status).ToHaveTextAsync("In start-up");
        var title = (await others.RowsAsync(Study)).Single(r => IsOfCommittee(r.Row)).Row.Title!;
        await rita.OpenSiteAsync(Study, Site.Key);
        await rita.RecordAsync(title, "Submitted");
        await rita.RecordAsync(title, "Found valid");
        await rita.RecordAsync(title, "Record the decision...");

        await Assertions.Expect(status).ToHaveTextAsync("Ready for SIV");
        Assert.True(await ada.Page.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>The others work until the site has mail with a task of a kind; the link in it.</summary>
    private static async Task<string> MailedAsync(Backstage others, string kind)
    {
        string? link = null;
        await others.PlayUntilAsync(
            rows => rows.FirstOrDefault(r => r.Row.Site == Site.Key && r.Row.Code == kind && r.Row.Status is not "done") is { } task && (link = Newest(others.Mail, task.Id.Key)) is not null,
            Study, Site, row => row.Code == kind);
        return link!;
    }

    private static string? Newest(PickupMail mail, string task)
    {
        mail.ReadNew();
        return mail.LinkTo(task);
    }

    /// <summary>Everything else is in place: only the committee has still to decide.</summary>
    private static bool IsLast(IReadOnlyList<StoredView> rows) =>
        rows.Any(r => IsOfCommittee(r.Row) && r.Row.Status == "ready")
        && rows.Any(r => r.Id.Kind == ActorKind.Contract && r.Row.Site == Site.Key && r.Row.Status == "executed")
        && rows.Any(r => r.Id.Kind == ActorKind.StudyCountry && r.Row.Country == "CA" && r.Row.Status is "approved" or "greenlit");

    private static bool IsOfCommittee(ViewRow row) => row.Type == "ethics-local" && row.Site == Site.Key;
}
