using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Letters;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Desk;

public sealed class DeskTests
{
    [Fact]
    public async Task SavedView_isPersonalUntilShared_andSharedOnlyWithinTheStudy()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var anna = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("alpha"), "anna");
        using var boris = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"), "boris");
        using var other = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("beta"), "other");

        var key = (await Sent(anna, "/api/v1/views", new { type = "view.save", name = "Late and waiting", page = "sites", query = "f.slip=11", study = "alpha" }))["key"]!.GetValue<string>();
        Assert.Single((await anna.GetJsonAsync("/api/v1/views?page=sites&study=alpha")).AsArray());
        Assert.Empty((await boris.GetJsonAsync("/api/v1/views?page=sites&study=alpha")).AsArray());

        await Sent(anna, $"/api/v1/views/{key}/commands", new { type = "view.change", shared = true });
        var shared = (await boris.GetJsonAsync("/api/v1/views?page=sites&study=alpha"))[0]!;
        Assert.Equal(("f.slip=11", false), (shared["query"]!.GetValue<string>(), shared["mine"]!.GetValue<bool>()));
        Assert.Empty((await other.GetJsonAsync("/api/v1/views?page=sites")).AsArray());
        using var stolen = await boris.PostAsync($"/api/v1/views/{key}/commands", new { type = "view.change", name = "Mine now" });
        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
        using var hidden = await other.PostAsync($"/api/v1/views/{key}/commands", new { type = "view.withdraw" });
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var elsewhere = await other.PostAsync("/api/v1/views", new { type = "view.save", name = "X", page = "sites", query = "", study = "alpha" });
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Note_showsItsWordsToThoseWhoMayReadThem_andStandsInTheWorkOfWhoIsMentioned()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var anna = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"), "anna");
        using var boris = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"), "boris");
        using var contact = await seeded.ProgramAsync("site-contact", new Scope("sponsor-alpha", "alpha", "PL", "alpha.pl-01"), "contact");

        var key = (await Sent(anna, "/api/v1/notes", new { type = "note.write", scope = new { site = "alpha.pl-01" }, text = "The director signs on Thursdays.", mentions = new[] { "boris" } }))["key"]!.GetValue<string>();
        var note = (await boris.GetJsonAsync("/api/v1/notes?site=alpha.pl-01"))["items"]![0]!;
        Assert.Equal("The director signs on Thursdays.", note["details"]!["messages"]![0]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("director", (await contact.GetJsonAsync("/api/v1/notes?site=alpha.pl-01")).ToJsonString(), StringComparison.Ordinal);

        var mentions = (await boris.GetJsonAsync("/api/v1/work"))["groups"]!.AsArray().Single(g => g!["key"]!.GetValue<string>() == "mentions")!["items"]!.AsArray();
        Assert.Equal(key, mentions.Single()!["key"]!.GetValue<string>());
        await Sent(boris, $"/api/v1/notes/{key}/commands", new { type = "note.reply", text = "Noted." });
        Assert.Empty((await boris.GetJsonAsync("/api/v1/work"))["groups"]!.AsArray().Single(g => g!["key"]!.GetValue<string>() == "mentions")!["items"]!.AsArray());
    }

    [Fact]
    public async Task Mail_isListedWithWhatBecameOfItsTask_withinTheScope()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        var site = new Scope("sponsor-alpha", "alpha", "PL", "alpha.pl-01");
        await server.TellAsync(new ActorId(ActorKind.Letter, "l1"), new RecordLetter(site, "task-reminder", "jan", new ActorId(ActorKind.Task, "task-alpha"), LetterOutcome.Sent, SystemClock.Instance.GetCurrentInstant()));
        using var anna = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"), "anna");
        using var other = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("beta"), "other");

        var mail = (await anna.GetJsonAsync("/api/v1/mail"))["items"]!.AsArray().Single(m => m!["key"]!.GetValue<string>() == "l1")!;
        Assert.Equal(("Return the CV alpha", "alpha-01"), (mail["taskTitle"]!.GetValue<string>(), mail["siteCode"]!.GetValue<string>()));
        Assert.Null(mail["answeredOn"]);
        Assert.Equal(0, mail["waitingBusinessDays"]!.GetValue<int>());
        Assert.Empty((await other.GetJsonAsync("/api/v1/mail"))["items"]!.AsArray());
    }

    [Fact]
    public async Task View_leavesAsAWorkbook_withItsColumnsInOrder_andNothingElsesSites()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        using var answer = await admin.PostAsync("/api/v1/studies/alpha/sites.xlsx", new { keys = new[] { "alpha.pl-01", "beta.pl-01" }, columns = new[] { "country", "code", "planned", "nonsense" }, view = "Late" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(sheet.IndexOf("Country", StringComparison.Ordinal) < sheet.IndexOf("alpha-01", StringComparison.Ordinal));
        Assert.DoesNotContain("beta", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditTrail_isNarrowedByKind_andLeavesAsCsv()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var inspector = await seeded.ProgramAsync("inspector", TwoStudies.ScopeOf("alpha"));
        var items = (await inspector.GetJsonAsync("/api/v1/audit?kind=tasks"))["items"]!.AsArray();
        Assert.All(items, i => Assert.StartsWith("task/", i!["id"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.NotEmpty(items);
        var csv = await inspector.Http.GetStringAsync("/api/v1/audit.csv?kind=tasks", TestContext.Current.CancellationToken);
        Assert.Contains("task/task-alpha", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("beta", csv, StringComparison.Ordinal);
        using var wrong = await inspector.Http.GetAsync("/api/v1/audit?kind=gadgets", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Settings_areReadByAll_changedByAdministrators_andNeverSilentlyOverwritten()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        using var lead = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("alpha"));
        using var done = await admin.SendAsync(HttpMethod.Put, "/api/v1/settings", new { senderName = "Start-up team", quietFrom = "20:00", quietTo = "07:00" });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var stale = await admin.SendAsync(HttpMethod.Put, "/api/v1/settings", new { senderName = "Other" }, ("If-Match", "\"7\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var refused = await lead.SendAsync(HttpMethod.Put, "/api/v1/settings", new { senderName = "Mine" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var read = await lead.GetJsonAsync("/api/v1/settings");
        Assert.Equal(("Start-up team", "20:00"), (read["senderName"]!.GetValue<string>(), read["quietFrom"]!.GetValue<string>()));
        Assert.Contains((await lead.GetJsonAsync("/api/v1/calendars/pl?year=2026"))["days"]!.AsArray(), d => d!["date"]!.GetValue<string>() == "2026-11-11");
    }

    private static async Task<JsonNode> Sent(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await answer.JsonAsync();
    }
}
