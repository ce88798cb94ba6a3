using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Storage.Conformance.Engines;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>Two servers over one PostgreSQL that know nothing but its connection string.</summary>
public sealed class SharedDatabaseTests(ITestOutputHelper output) : IAsyncLifetime
{
    private PostgreSqlServer? database;
    private string connection = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        database = await PostgreSqlServer.StartAsync("");
        connection = database.ConnectionString(await database.CreateEmptyAsync());
    }

    public ValueTask DisposeAsync()
    {
        database?.Stop();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Any_process_takes_any_command_and_tells_the_browsers_of_every_process()
    {
        // Both are started at once on an empty database: one migrates and publishes the plans, the other finds it done.
        using var a = ServerProcess.Begin(connection);
        using var b = ServerProcess.Begin(connection);
        await Task.WhenAll(a.ReadyAsync(), b.ReadyAsync());
        using var atA = a.Client();
        using var atB = b.Client();
        using var events = new EventStream(atB);
        await events.HelloAsync();

        var file = SmallStudy.Write(sitesEach: 4);
        await Startup.JsonAsync("import", "clinicaltrials", file, "--server", a.Address.ToString(), "--token", a.Token);
        File.Delete(file);
        await events.WaitForAsync($"study/{SmallStudy.Key}");
        Assert.Equal(12, (await Startup.JsonAsync("sites", "--study", SmallStudy.Key, "--server", b.Address.ToString(), "--token", b.Token)).AsArray().Count);

        var began = TimeProvider.System.GetTimestamp();
        await PostAsync(atA, $"sites/{SmallStudy.Key}.de-01/commands", new { type = "site.change", participantsPlanned = 7 }, "drop-1");
        await events.WaitForAsync($"site/{SmallStudy.Key}.de-01");
        var told = TimeProvider.System.GetElapsedTime(began);
        output.WriteLine($"a browser at the other process knew after {told.TotalMilliseconds:F0} ms");
        Assert.True(told < TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task Same_request_sent_to_both_at_once_takes_effect_once_and_is_answered_alike()
    {
        using var a = await ServerProcess.StartAsync(connection);
        using var b = await ServerProcess.StartAsync(connection);
        using var atA = a.Client();
        using var atB = b.Client();
        var keys = new HashSet<string>();
        for (var n = 0; n < 30; n++)
        {
            var person = new { kind = "staff", name = $"Person {n}", email = $"p{n}@example.org", language = "en", timeZone = "Europe/Berlin" };
            var answers = await Task.WhenAll(new[] { atA, atB, atA, atB }.Select(c => PostAsync(c, "people", person, $"person-{n}")));
            Assert.Single(answers, answer => !answer["repeated"]!.GetValue<bool>());
            Assert.Single(answers.Select(answer => $"{answer["key"]} {answer["version"]} {answer["answer"]}").Distinct());
            keys.Add(answers[0]["key"]!.GetValue<string>());
        }

        Assert.Equal(30, keys.Count);
    }

    [Fact]
    public async Task Session_of_one_process_is_valid_at_the_other_and_so_is_its_operator()
    {
        using var a = await ServerProcess.StartAsync(connection);
        using var b = await ServerProcess.StartAsync(connection);
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler);
        var antiforgery = (await browser.GetFromJsonAsync<JsonNode>(new Uri(a.Address, "/api/v1/antiforgery"), Token))!["token"]!.GetValue<string>();
        using var setUp = new HttpRequestMessage(HttpMethod.Post, new Uri(a.Address, "/api/v1/set-up"))
        { Content = JsonContent.Create(new { name = "Ada", email = "ada@example.org", password = "correct horse battery" }) };
        setUp.Headers.Add("X-Antiforgery", antiforgery);
        using var made = await browser.SendAsync(setUp, Token);
        made.EnsureSuccessStatusCode();

        using var session = await browser.GetAsync(new Uri(b.Address, "/api/v1/session"), Token);
        Assert.Contains("Ada", await session.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var first = a.Client();
        using var operators = await first.GetAsync("studies", Token);
        Assert.Equal(HttpStatusCode.OK, operators.StatusCode);
    }

    [Fact]
    public async Task Second_process_does_not_double_how_often_one_address_may_try_to_sign_in()
    {
        using var a = await ServerProcess.StartAsync(connection);
        using var b = await ServerProcess.StartAsync(connection);
        using var browser = new HttpClient();
        var refused = 0;
        for (var n = 0; n < 130; n++)
        {
            using var answer = await browser.PostAsJsonAsync(new Uri((n % 2 == 0 ? a : b).Address, "/api/v1/session"), new { }, Token);
            refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.Equal(10, refused);
    }

    [Fact]
    public async Task Work_of_a_killed_process_goes_on_at_the_other_within_15_seconds()
    {
        using var a = await ServerProcess.StartAsync(connection);
        using var b = await ServerProcess.StartAsync(connection);
        var file = SmallStudy.Write(sitesEach: 20);
        using var atA = a.Client();
        using var content = new StreamContent(File.OpenRead(file));
        content.Headers.ContentType = new("application/json");
        using var accepted = await atA.PostAsync("imports/clinicaltrials?preview=false", content, Token);
        var process = JsonNode.Parse(await accepted.Content.ReadAsStringAsync(Token))!["process"]!.GetValue<string>();
        a.Kill();

        var killed = TimeProvider.System.GetTimestamp();
        using var atB = b.Client();
        string? status = null;
        while (status is null or "running")
        {
            status = (await atB.GetFromJsonAsync<JsonNode>($"imports/{process}", Token))!["status"]!.GetValue<string>();
            Assert.True(TimeProvider.System.GetElapsedTime(killed) < TimeSpan.FromSeconds(25), "The import stood still.");
            await Task.Delay(100, Token);
        }

        var took = TimeProvider.System.GetElapsedTime(killed);
        output.WriteLine($"the import was done {took.TotalSeconds:F1} s after the kill");
        Assert.Equal(60, (await Startup.JsonAsync("sites", "--study", SmallStudy.Key, "--server", b.Address.ToString(), "--token", b.Token)).AsArray().Count);
        Assert.Equal(0, (await b.StopAsync()).Code);
        var verify = await Startup.RunAsync("verify-audit", "--connection", connection, "--data", b.Folder);
        Assert.True(verify.Code == 0, verify.Output + verify.Error);
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, $"POST {path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
