using System.Net;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

public sealed class PlanRunTests
{
    [Fact]
    public async Task Definition_fromAFile_isPublishedRunAndTold()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var key = await scene.PublishAsync(Draw.Definition("greet", Draw.Sequence(Draw.Line("hello", "`Hello ${getInput('who')}`"))));

        var plan = await scene.RunAsync(key, new { inputs = new { who = "Ada" } });

        Assert.Equal("finished", await scene.StatusAsync(plan));
        Assert.Equal("Hello Ada", await scene.LinesAsync(plan));
        var step = Assert.Single(await scene.StepsAsync(plan))!;
        Assert.Equal("Hello Ada", (string)step["begun"]![0]!["values"]!["text"]!);
        Assert.Equal("start", (string)step["cause"]!);
    }

    [Fact]
    public async Task Task_isCompletedFromOutsideOnce()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var ask = Draw.Activity("ask", "Elsa.RunTask", ("taskName", Draw.Literal("translate"))).Bound("result", "r");
        var plan = await scene.RunAsync(await scene.PublishAsync(Draw.Definition("outside", Draw.Sequence(ask, Draw.Line("told", "`got ${getR().pages}`")), Draw.Variable("r"))));
        var wait = Assert.Single((await scene.PlanAsync(plan))["details"]!["tasks"]!.AsArray())!;
        var task = ((string)wait["task"]!).Split('/')[1];

        using var done = await scene.Admin.PostAsync($"/api/v1/plans/{plan}/tasks/{task}/complete", new { result = new { pages = 3 } });
        using var again = await scene.Admin.PostAsync($"/api/v1/plans/{plan}/tasks/{task}/complete", new { result = new { pages = 4 } });

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        await again.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal("got 3", await scene.LinesAsync(plan));
        Assert.Equal("translate", (string)wait["name"]!);
    }

    [Fact]
    public async Task Event_wakesThePlansThatWaitForItAndStartsDefinitions()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var waiting = await scene.RunAsync(await scene.PublishAsync(Draw.Definition("waits", Draw.Sequence(Draw.Event("icf-changed").Bound("result", "r"), Draw.Line("l", "getR().version")), Draw.Variable("r"))));
        await scene.PublishAsync(Draw.Definition("starts", Draw.Flow([Draw.Event("icf-changed").Starts(), Draw.Line("l", "'started'")], ("icf-changed", "l"))));
        await WorkflowScene.UntilAsync(async () => (await scene.Server.Storage.Views.FindAsync(new(Domain.Actors.ActorKind.Trigger, "starts"), Runtime.Storage.ViewScope.All, TestContext.Current.CancellationToken)) is not null, "triggers follow");

        using var answer = await scene.Admin.PostAsync("/api/v1/plans/events", new { name = "icf-changed", payload = new { version = "2.0" } });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await WorkflowScene.UntilAsync(async () => await scene.StatusAsync(waiting) == "finished", "the waiting plan goes on");
        Assert.Equal("2.0", await scene.LinesAsync(waiting));
        JsonArray started = [];
        await WorkflowScene.UntilAsync(async () => (started = (await scene.Admin.GetJsonAsync("/api/v1/plans?type=starts"))["items"]!.AsArray()).Count == 1, "a plan starts");
        Assert.Equal("started", await scene.LinesAsync((string)started[0]!["key"]!));
    }

    [Fact]
    public async Task Plan_isCancelled_andABlockedStepIsRetried()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var waiting = await scene.RunAsync(await scene.PublishAsync(Draw.Definition("waits", Draw.Sequence(Draw.Event("never")))));
        var broken = await scene.RunAsync(await scene.PublishAsync(Draw.Definition("breaks", Draw.Sequence(Draw.Activity("f", "Elsa.Fault", ("message", Draw.Literal("out of order"))), Draw.Line("after", "'after'")))));
        Assert.Equal("blocked", await scene.StatusAsync(broken));
        var blocked = (await scene.Admin.GetJsonAsync("/api/v1/blocked-steps"))["items"]!.AsArray().Single()!;

        Assert.Equal("fault", (string)blocked["cause"]!);
        using var cancel = await scene.Admin.PostAsync($"/api/v1/plans/{waiting}/commands", new { type = "plan.cancel", reason = "not needed" });
        using var skip = await scene.Admin.PostAsync($"/api/v1/plans/{broken}/blocked-steps/{Uri.EscapeDataString((string)blocked["step"]!)}/skip", new { reason = "by hand" });

        Assert.Equal(HttpStatusCode.OK, cancel.StatusCode);
        Assert.Equal("cancelled", await scene.StatusAsync(waiting));
        Assert.Equal(HttpStatusCode.OK, skip.StatusCode);
        Assert.Equal(("finished", "after"), (await scene.StatusAsync(broken), await scene.LinesAsync(broken)));
    }

    [Fact]
    public async Task Singleton_startsOnlyOncePerTime()
    {
        await using var scene = await WorkflowScene.StartAsync();
        var definition = Draw.Definition("alone", Draw.Sequence(Draw.Event("go")));
        definition["options"] = new JsonObject { ["activationStrategyType"] = "SingletonStrategy" };
        var key = await scene.PublishAsync(definition);
        var first = await scene.RunAsync(key);

        using var second = await scene.Admin.PostAsync($"/api/v1/definitions/{key}/run", new { });
        using var cancel = await scene.Admin.PostAsync($"/api/v1/plans/{first}/commands", new { type = "plan.cancel", reason = "next one" });
        var third = await scene.RunAsync(key);

        await second.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("running", await scene.StatusAsync(third));
    }

    [Fact]
    public async Task Workflow_usedAsAnActivity_staysAsItWasWhenTheUserWasPublished()
    {
        await using var scene = await WorkflowScene.StartAsync();
        await scene.PublishAsync(Usable("Inner", "'one'"));
        var key = await scene.PublishAsync(Draw.Definition("outer", Draw.Sequence(Draw.Activity("use", "Inner"))));
        await scene.PublishAsync(Usable("Inner", "'two'"));

        var plan = await scene.RunAsync(key);

        Assert.Equal("one", await scene.LinesAsync(plan));
    }

    private static JsonObject Usable(string name, string script)
    {
        var definition = Draw.Definition(name, Draw.Sequence(Draw.Line("l", script)));
        definition["options"] = new JsonObject { ["usableAsActivity"] = true };
        return definition;
    }
}
