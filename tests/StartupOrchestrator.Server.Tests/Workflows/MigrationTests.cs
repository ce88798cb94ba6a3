using System.Net;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

public sealed class MigrationTests
{
    [Fact]
    public async Task Plans_moveWithPreview_andBackUntilTheirNextStep()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var key = await scene.PublishAsync(Version("'old'"));
        var plan = await scene.RunAsync(key);
        await scene.PublishAsync(Version("'new'"));

        using var previewed = await scene.Admin.PostAsync($"/api/v1/definitions/{key}/migration/preview", new { version = 2 });
        var line = (await previewed.JsonAsync())["plans"]!.AsArray().Single()!;
        Assert.Equal((true, false, plan), ((bool)line["possible"]!, (bool)line["moved"]!, (string)line["plan"]!));
        Assert.Equal(1, (int)(await scene.PlanAsync(plan))["details"]!["version"]!);

        using var moved = await scene.Admin.PostAsync($"/api/v1/definitions/{key}/migration", new { version = 2, reason = "new wording" });
        Assert.True((bool)(await moved.JsonAsync())["plans"]![0]!["moved"]!);
        using var back = await scene.Admin.PostAsync($"/api/v1/plans/{plan}/commands", new { type = "plan.revert-migration", reason = "too early" });
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(1, (int)(await scene.PlanAsync(plan))["details"]!["version"]!);

        using var again = await scene.Admin.PostAsync($"/api/v1/plans/{plan}/commands", new { type = "plan.migrate", version = 2, reason = "now" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var go = await scene.Admin.PostAsync("/api/v1/plans/events", new { name = "go" });
        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(plan) == "finished", "the plan goes on");
        Assert.Equal("Version 1 to version 2,Version 2 back to version 1,Version 1 to version 2,new", await scene.LinesAsync(plan));
        using var late = await scene.Admin.PostAsync($"/api/v1/plans/{plan}/commands", new { type = "plan.revert-migration", reason = "too late" });
        await late.ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Plan_whoseActivityIsGone_staysAndSaysWhere()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var key = await scene.PublishAsync(Version("'old'"));
        var plan = await scene.RunAsync(key);
        await scene.PublishAsync(Draw.Definition("moves", Draw.Sequence(Draw.Event("other"), Draw.Line("l", "'x'"))));

        using var moved = await scene.Admin.PostAsync($"/api/v1/definitions/{key}/migration", new { version = 2, reason = "try" });

        var line = (await moved.JsonAsync())["plans"]![0]!;
        Assert.False((bool)line["moved"]!);
        Assert.Contains("'go' (go)", (string)line["refusals"]![0]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await scene.PlanAsync(plan))["details"]!["version"]!);
    }

    [Fact]
    public async Task Plan_atAJoinThatHasCountedArrivals_isRefusedByTheJoinsName()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var key = await scene.PublishAsync(Joined("a", "b"));
        var plan = await scene.RunAsync(key);
        using var one = await scene.Admin.PostAsync("/api/v1/plans/events", new { name = "a" });
        await WorkflowScene.UntilAsync(async () => (await scene.StepsAsync(plan)).Count == 2, "one arrival");
        await scene.PublishAsync(Joined("a", "b", "c"));

        using var moved = await scene.Admin.PostAsync($"/api/v1/definitions/{key}/migration", new { version = 2, reason = "three are needed" });

        Assert.Contains("meet", (string)(await moved.JsonAsync())["plans"]![0]!["refusals"]![0]!, StringComparison.Ordinal);
    }

    private static JsonObject Version(string script) => Draw.Definition("moves", Draw.Sequence(Draw.Event("go"), Draw.Line("l", script)));

    private static JsonObject Joined(params string[] branches) => Draw.Definition("joins", Draw.Flow(
        [Draw.Line("s", "'s'"), .. branches.Select(Draw.Event), Draw.Activity("meet", "Elsa.FlowJoin", ("mode", Draw.Literal("WaitAll"))), Draw.Line("end", "'end'")],
        [.. branches.Select(b => ("s", b)), .. branches.Select(b => (b, "meet")), ("meet", "end")]));
}
