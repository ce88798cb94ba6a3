using System.Net;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

public sealed class DefinitionTests
{
    [Fact]
    public async Task Draft_isSavedTriedComparedPublishedRevertedAndRetracted()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var admin = scene.Admin;
        var key = await scene.PublishAsync(Draw.Definition("letter", Draw.Sequence(Draw.Line("l", "'first'"))));
        var draft = Draw.Definition("letter", Draw.Sequence(Draw.Line("l", "'second'"), Draw.Line("m", "'more'")));
        using (var saved = await admin.SendAsync(HttpMethod.Put, $"/api/v1/definitions/{key}/draft", new { content = draft, basedOn = 1, title = "Letter" }))
        {
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        var changes = await admin.GetJsonAsync($"/api/v1/definitions/{key}/diff");
        Assert.Equal("m", (string)changes["added"]![0]!["id"]!);
        Assert.Equal("text", (string)changes["changed"]![0]!["members"]![0]!["name"]!);
        using var tried = await admin.PostAsync($"/api/v1/definitions/{key}/try", new { });
        Assert.Equal(["second", "more"], (await tried.JsonAsync())["lines"]!.AsArray().Select(l => (string)l!));

        using var published = await admin.PostAsync($"/api/v1/definitions/{key}/publish", new { note = "More" });
        Assert.Equal(2, (int)(await published.JsonAsync())["answer"]!["version"]!);
        using var reverted = await admin.PostAsync($"/api/v1/definitions/{key}/revert", new { version = 1 });
        Assert.Equal(HttpStatusCode.OK, reverted.StatusCode);
        Assert.Equal("m", (string)(await admin.GetJsonAsync($"/api/v1/definitions/{key}/diff"))["removed"]![0]!["id"]!);
        using var retracted = await admin.PostAsync($"/api/v1/definitions/{key}/versions/2/retract", new { reason = "wrong" });
        Assert.Equal(HttpStatusCode.OK, retracted.StatusCode);
        Assert.Equal(1, (int)(await admin.GetJsonAsync($"/api/v1/definitions/{key}"))["definition"]!["version"]!);
    }

    [Fact]
    public async Task Export_isWhatElsaOpens_andComesBackTheSame()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var definition = Draw.Definition("Round Trip", Draw.Flow([Draw.Line("a", "'a'"), Draw.Activity("u", "Acme.Unknown", ("thing", 7))], ("a", "u")));
        definition["customProperties"] = new JsonObject { ["mine"] = "kept" };
        using var imported = await scene.Admin.PostAsync("/api/v1/definitions/import", new { content = definition });
        var key = (string)(await imported.JsonAsync())["key"]!;
        Assert.StartsWith("round-trip-", key, StringComparison.Ordinal);
        using var refused = await scene.Admin.PostAsync($"/api/v1/definitions/{key}/publish", new { note = "x" });
        await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity);

        var known = await scene.PublishAsync(Draw.Definition("known", Draw.Flow([Draw.Line("a", "'a'")])));
        var exported = await scene.Admin.GetJsonAsync($"/api/v1/definitions/{known}/export");

        Assert.StartsWith("https://elsaworkflows.io/schemas/", (string)exported["$schema"]!, StringComparison.Ordinal);
        Assert.Equal("known", (string)exported["definitionId"]!);
        using var again = await scene.Admin.PostAsync("/api/v1/definitions/import", new { content = exported, publish = true, note = "Same again" });
        Assert.Equal(2, (int)(await again.JsonAsync())["version"]!);
    }

    [Fact]
    public async Task Publishing_asksThatItCanRun_andNamesTheActivity()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var bad = Draw.Definition("bad", Draw.Flow([Draw.Activity("tick", "Elsa.Cron", ("cronExpression", Draw.Literal("every day"))).Starts()]));

        using var answer = await scene.Admin.PostAsync("/api/v1/definitions/import", new { content = bad, publish = true, note = "x" });

        Assert.Contains("tick", (string)(await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_haveAPageOfTheirOwn()
    {
        await using var scene = await WorkflowScene.StartAsync();

        var page = await scene.Admin.Http.GetStringAsync("/api/v1/activities/documentation", TestContext.Current.CancellationToken);

        Assert.Contains("### Task\n\n`Startup.AssignTask`", page, StringComparison.Ordinal);
    }
}
