using System.Net;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

public sealed class CommandTests
{
    private const string Task = "/api/v1/tasks/task-alpha";

    [Fact]
    public async Task Command_sentTwiceWithOneKey_takesEffectOnceAndAnswersTheSame()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        using var first = await admin.PostAsync($"{Task}/commands", new { type = "task.ask", question = "Which CV?" }, ("Idempotency-Key", "one"));
        using var second = await admin.PostAsync($"{Task}/commands", new { type = "task.ask", question = "Which CV?" }, ("Idempotency-Key", "one"));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var (one, two) = (await first.JsonAsync(), await second.JsonAsync());
        Assert.Equal(one["version"]!.GetValue<long>(), two["version"]!.GetValue<long>());
        Assert.True(two["repeated"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Command_withAUsedKeyAndAnotherBody_isRefused()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        using var first = await admin.PostAsync($"{Task}/commands", new { type = "task.ask", question = "Which CV?" }, ("Idempotency-Key", "one"));
        using var second = await admin.PostAsync($"{Task}/commands", new { type = "task.ask", question = "Which licence?" }, ("Idempotency-Key", "one"));

        await second.ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Command_onAnOldVersion_isRefusedAsChanged()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        using var read = await admin.Http.GetAsync(Task, TestContext.Current.CancellationToken);
        var tag = read.Headers.ETag!.Tag;

        using var first = await admin.PostAsync($"{Task}/commands", new { type = "task.start" }, ("If-Match", tag));
        using var second = await admin.PostAsync($"{Task}/commands", new { type = "task.ask", question = "?" }, ("If-Match", tag));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await second.ProblemAsync(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Read_withTheVersionAlreadyHeld_isNotSentAgain()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        using var read = await admin.Http.GetAsync(Task, TestContext.Current.CancellationToken);

        using var again = await admin.SendAsync(HttpMethod.Get, Task, null, ("If-None-Match", read.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"task.start","extra":1}""", "extra")]
    [InlineData("""{"type":"task.no-such-command"}""", "type")]
    [InlineData("""{"type":"kernel.await-fact","fact":"done","subscriber":"task/x","token":"t"}""", "type")]
    [InlineData("""{"type":"task.issue-link","hash":"x","person":"p","expires":"2030-01-01T00:00:00Z"}""", "type")]
    [InlineData("""{"type":"task.ask","question":{"id":"someone-elses","hash":"0"}}""", "question")]
    [InlineData("""{"type":"task.change-due","due":"12/03/2026","reason":"x"}""", "due")]
    [InlineData("""{"$type":"System.Object","type":"task.start"}""", "$type")]
    public async Task Command_thatCannotBeRead_namesTheFieldAndChangesNothing(string body, string field)
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        var before = (await admin.GetJsonAsync(Task))["record"]!["version"]!.GetValue<long>();

        using var answer = await admin.SendAsync(HttpMethod.Post, $"{Task}/commands", JsonNode.Parse(body));

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(field, problem["field"]!.GetValue<string>() + problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, (await admin.GetJsonAsync(Task))["record"]!["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task Refusal_byState_saysWhatIsPossible()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        using var answer = await admin.PostAsync("/api/v1/contracts/con-alpha/commands", new { type = "contract.execute" });

        var problem = await answer.ProblemAsync(HttpStatusCode.Conflict);
        Assert.NotNull(problem["state"]);
        Assert.NotEmpty(problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task FreeText_isReadableForStaff_andSealedInTheJournal()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        using var asked = await admin.PostAsync($"{Task}/commands", new { type = "task.ask", question = "Is Dr Novak's CV enough?" });

        Assert.Equal("Is Dr Novak's CV enough?", (await admin.GetJsonAsync(Task))["record"]!["details"]!["question"]!.GetValue<string>());
        await foreach (var entry in server.Storage.Journal.ReadStreamAsync("task/task-alpha", 1, TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain("Novak", entry.Data, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Budget_isHiddenAndClosed_withoutItsRight()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var specialist = await seeded.ProgramAsync("specialist", TwoStudies.ScopeOf("alpha"));
        using var contracts = await seeded.ProgramAsync("contracts-budget", TwoStudies.ScopeOf("alpha"));

        var hidden = (await specialist.GetJsonAsync("/api/v1/contracts/con-alpha"))["record"]!["details"]!.AsObject();
        var shown = (await contracts.GetJsonAsync("/api/v1/contracts/con-alpha"))["record"]!["details"]!.AsObject();
        using var refused = await specialist.PostAsync("/api/v1/contracts/con-alpha/commands", new { type = "contract.send", track = "budget" });
        using var sent = await contracts.PostAsync("/api/v1/contracts/con-alpha/commands", new { type = "contract.send", track = "budget" });

        Assert.DoesNotContain(hidden, d => d.Key.StartsWith("budget", StringComparison.Ordinal));
        Assert.Contains(shown, d => d.Key.StartsWith("budget", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Fact]
    public async Task Document_createdWithTheSiteAlone_standsInTheWholeScope()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        using var made = await admin.PostAsync("/api/v1/documents", new JsonObject
        {
            ["command"] = "document.expect", ["type"] = "gcp-certificate", ["title"] = "GCP certificate", ["scope"] = new JsonObject { ["site"] = "alpha.pl-01" },
        }, ("Idempotency-Key", "d1"));

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var record = (await admin.GetJsonAsync($"/api/v1/documents/{(await made.JsonAsync())["key"]!.GetValue<string>()}"))["record"]!;
        Assert.Equal(("sponsor-alpha", "alpha", "PL", "gcp-certificate"), (record["sponsor"]!.GetValue<string>(), record["study"]!.GetValue<string>(), record["country"]!.GetValue<string>(), record["type"]!.GetValue<string>()));
    }
}
