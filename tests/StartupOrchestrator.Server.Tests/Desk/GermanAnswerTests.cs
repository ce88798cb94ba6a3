using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Desk;

/// <summary>Whoever reads German is refused in German: the words change, the codes and the values do not.</summary>
public sealed class GermanAnswerTests
{
    [Fact]
    public async Task Refusal_isToldInTheReadersLanguage_withTheSameCodes()
    {
        await using var desk = await StartAsync();
        var body = new { type = "site.advance", to = "active" };

        var (english, german) = await desk.BothAsync(HttpMethod.Post, "/api/v1/sites/alpha.pl-01/commands", body, HttpStatusCode.Conflict);

        Assert.StartsWith("Not possible now|Site alpha-01 is identified: going to active is not possible. Possible now: ", Told(english), StringComparison.Ordinal);
        Assert.StartsWith("Jetzt nicht möglich|Der Wechsel zu „Aktiviert“ geht jetzt nicht: Das Zentrum alpha-01 hat den Stand „Identifiziert“. Jetzt möglich: CDA offen", Told(german), StringComparison.Ordinal);
        Assert.Equal(Codes(english), Codes(german));
    }

    [Fact]
    public async Task WrongValue_missingRecord_andMissingReason_areToldInTheReadersLanguage()
    {
        await using var desk = await StartAsync();

        var (_, wrong) = await desk.BothAsync(HttpMethod.Post, "/api/v1/sites/alpha.pl-01/commands", new { type = "site.change", timeZone = "Mars" }, HttpStatusCode.UnprocessableEntity);
        var (there, missing) = await desk.BothAsync(HttpMethod.Get, "/api/v1/sites/nowhere", null, HttpStatusCode.NotFound);
        var (_, reason) = await desk.BothAsync(HttpMethod.Post, "/api/v1/tasks/empty/commands", new { type = "task.cancel" }, HttpStatusCode.UnprocessableEntity);
        var (_, command) = await desk.BothAsync(HttpMethod.Post, "/api/v1/sites/alpha.pl-01/commands", new { type = "site.fly" }, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("Ein Wert stimmt nicht|„Mars“ ist keine IANA-Zeitzone, zum Beispiel Europe/Warsaw.", Told(wrong));
        Assert.Equal("timeZone", (string)wrong["field"]!);
        Assert.Equal("Not found|There is no such site, or it is outside your area. Check the address, or ask your administrator for access.", Told(there));
        Assert.Equal("Nicht gefunden|Zentrum: Das gibt es nicht, oder es liegt außerhalb Ihres Bereichs. Prüfen Sie die Adresse, oder bitten Sie Ihre Administration um Zugang.", Told(missing));
        Assert.Equal("Ein Wert stimmt nicht|Nennen Sie bitte einen Grund, um eine Aufgabe zurückzuziehen.", Told(reason));
        Assert.Equal("Ein Wert stimmt nicht|Den Befehl „site.fly“ gibt es für diese Art von Eintrag nicht.", Told(command));
    }

    [Fact]
    public async Task ConditionsThatDoNotHold_areNamedInTheReadersLanguage()
    {
        await using var desk = await StartAsync();
        foreach (var to in new[] { SiteStatus.CdaPending, SiteStatus.CdaExecuted, SiteStatus.Surveyed, SiteStatus.Qualifying, SiteStatus.Qualified, SiteStatus.Selected })
        {
            await desk.Server.TellAsync(new ActorId(ActorKind.Site, "alpha.pl-01"), new AdvanceSite(to));
        }

        var (english, german) = await desk.BothAsync(HttpMethod.Post, "/api/v1/sites/alpha.pl-01/commands", new { type = "site.request-gate", gate = "ip-release" }, HttpStatusCode.Conflict);

        Assert.EndsWith("conditions do not hold. Meet them, or ask an exception where that is possible.", (string)english["detail"]!, StringComparison.Ordinal);
        Assert.StartsWith("Jetzt nicht möglich|Die IP-Freigabe: ", Told(german), StringComparison.Ordinal);
        Assert.Contains("Principal investigator named", english["unmet"]!.AsArray().Select(u => (string)u!["condition"]!));
        Assert.Contains("Prüfer (PI) benannt", german["unmet"]!.AsArray().Select(u => (string)u!["condition"]!));
    }

    [Fact]
    public async Task WorkingsOfADueDate_areToldInTheReadersLanguage()
    {
        await using var desk = await StartAsync();
        var submission = new ActorId(ActorKind.Submission, "ctr");
        await desk.Server.TellAsync(submission, new PlanSubmission(SubmissionType.CtrInitial, "PL", new Scope("sponsor-alpha", "alpha", "PL")));
        await desk.Server.TellAsync(submission, new CompileSubmission());
        await desk.Server.TellAsync(submission, new SubmissionIsReady());
        await desk.Server.TellAsync(submission, new Submit());

        var english = Steps(await desk.English.GetJsonAsync("/api/v1/submissions/ctr"));
        var german = Steps(await desk.German.GetJsonAsync("/api/v1/submissions/ctr"));

        Assert.StartsWith("Last day: ", english[^1], StringComparison.Ordinal);
        Assert.Equal(english[^1].Replace("Last day", "Letzter Tag", StringComparison.Ordinal), german[^1]);
        Assert.Empty(german.Intersect(english));

        static List<string> Steps(JsonNode answer) => [.. (answer["record"] ?? answer)["details"]!["dueExplained"]!.AsArray().Select(s => (string)s!)];
    }

    [Fact]
    public async Task Change_bySomebodyElse_isToldInTheReadersLanguage()
    {
        await using var desk = await StartAsync();

        using var answer = await desk.German.SendAsync(HttpMethod.Post, "/api/v1/sites/alpha.pl-01/commands", new { type = "site.change", city = "Łódź" }, ("If-Match", "\"999\""));

        Assert.StartsWith("Von jemand anderem geändert|Das wurde inzwischen geändert: Sie sahen Version 999,", Told(await answer.ProblemAsync(HttpStatusCode.PreconditionFailed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_beforeAnyCommand_areToldInTheReadersLanguage()
    {
        await using var desk = await StartAsync();
        using var stranger = desk.Server.Visitor();
        stranger.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-AT");

        using var out401 = await stranger.Http.GetAsync(new Uri("/api/v1/studies", UriKind.Relative), TestContext.Current.CancellationToken);
        using var signIn = await stranger.PostAsync("/api/v1/session", new { email = "x@example.org", password = "wrong, all wrong" });
        using var broken = new StringContent("{\"type\": ", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/sites/alpha.pl-01/commands", UriKind.Relative)) { Content = broken };
        request.Headers.Add("X-Antiforgery", await desk.German.AntiforgeryAsync());
        using var unreadable = await desk.German.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith("Sie sind nicht angemeldet, oder die Sitzung ist zu Ende.", (string)(await out401.ProblemAsync(HttpStatusCode.Unauthorized))["detail"]!, StringComparison.Ordinal);
        Assert.StartsWith("Nicht angemeldet|E-Mail-Adresse oder Passwort stimmt nicht, oder das Konto ist gesperrt.", Told(await signIn.ProblemAsync(HttpStatusCode.Unauthorized)), StringComparison.Ordinal);
        Assert.StartsWith("Die Anfrage ist nicht lesbar|Das JSON ist in Zeile 1, Stelle ", Told(await unreadable.ProblemAsync(HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Equal(["de"], unreadable.Content.Headers.ContentLanguage);
        Assert.Equal(["Accept-Language"], unreadable.Headers.Vary);
    }

    [Fact]
    public async Task WhatStandsStill_isToldInTheReadersLanguage()
    {
        await using var desk = await StartAsync();
        var english = (await desk.English.GetJsonAsync("/api/v1/blocked-steps"))["items"]!.AsArray().Single(l => (string)l!["step"]! == "empty")!;
        var german = (await desk.German.GetJsonAsync("/api/v1/blocked-steps"))["items"]!.AsArray().Single(l => (string)l!["step"]! == "empty")!;

        Assert.Equal("Nobody holds the role PHA at the site or in the study. Name somebody; the task then goes to them.", (string)english["message"]!);
        Assert.Equal("Niemand hat die Rolle PHA am Zentrum oder in der Studie. Benennen Sie jemanden; die Aufgabe geht dann dorthin.", (string)german["message"]!);
        Assert.Equal((string)english["cause"]!, (string)german["cause"]!);
    }

    private static async Task<Desk> StartAsync()
    {
        var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        await server.TellAsync(new ActorId(ActorKind.Task, "empty"), new CreateTask("by-hand", "Ship", new Scope("sponsor-alpha", "alpha", "PL", "alpha.pl-01"), new Assignee("PHA")));
        var german = await server.AdminAsync();
        german.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        var english = server.Visitor();
        await english.SignInAsync(TestServer.AdminEmail, TestServer.Password);
        return new Desk(server, english, german);
    }

    private static string Told(JsonNode problem) => $"{problem["title"]}|{problem["detail"]}";

    private static string Codes(JsonNode problem) => string.Join(';', new[] { "type", "status", "code", "state", "allowed", "field" }.Select(m => problem[m]?.ToJsonString()));

    private sealed record Desk(TestServer Server, Browser English, Browser German) : IAsyncDisposable
    {
        public async Task<(JsonNode English, JsonNode German)> BothAsync(HttpMethod method, string path, object? body, HttpStatusCode status)
        {
            using var english = await English.SendAsync(method, path, body);
            using var german = await German.SendAsync(method, path, body);
            return (await english.ProblemAsync(status), await german.ProblemAsync(status));
        }

        public async ValueTask DisposeAsync()
        {
            English.Dispose();
            German.Dispose();
            await Server.DisposeAsync();
        }
    }
}
