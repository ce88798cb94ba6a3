using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Features.Plans;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

/// <summary>Invariant 11: a wait that lies on a circle of waits is shown with its cause. Red when milestones are not followed to the plans that reach them.</summary>
public sealed class DeadWaitTests
{
    [Fact]
    public async Task Plans_each_of_which_waits_for_the_milestone_of_the_other_stand_still_until_a_third_can_reach_it()
    {
        await using var scene = await WorkflowScene.StartAsync();
        await TwoStudies.SeedAsync(scene.Server);
        await scene.RunAsync(await scene.PublishAsync(Waiting("first", "ST-010", "ST-020")), new { study = "alpha" });
        await scene.RunAsync(await scene.PublishAsync(Waiting("second", "ST-020", "ST-010")), new { study = "alpha" });
        await scene.RunAsync(await scene.PublishAsync(Waiting("other", "ST-010", "ST-030")), new { study = "beta" });

        var circle = Assert.Single(await StandingAsync(scene, "alpha"))!;
        Assert.Contains("(waits for milestone ST-010)", (string?)circle["message"], StringComparison.Ordinal);
        Assert.Contains("(waits for milestone ST-020)", (string?)circle["message"], StringComparison.Ordinal);
        Assert.Empty(await StandingAsync(scene, "beta"));
        var blocked = Assert.Single((await scene.Admin.GetJsonAsync("/api/v1/blocked-steps"))["items"]!.AsArray(), s => (string?)s!["kind"] == "plans")!;
        Assert.Equal(("waits-in-circle", "alpha"), ((string?)blocked["cause"], (string?)blocked["study"]));

        var reaching = Draw.Activity("m", "Startup.ReachMilestone", ("code", Draw.Literal("ST-010")));
        await scene.RunAsync(await scene.PublishAsync(Draw.Definition("third", Draw.Sequence(Draw.Event("later"), reaching))), new { study = "alpha" });

        Assert.Empty(await StandingAsync(scene, "alpha"));
    }

    [Theory]
    [InlineData("a:b b:a", "a b")]
    [InlineData("a:b b:c c:b", "a b c")]
    [InlineData("a:b b:", "")]
    [InlineData("a:b,d b:a d:", "")]
    [InlineData("a:b;c b:a c:", "")]
    [InlineData("a:b;x b:a", "")]
    [InlineData("a:b,a b:a", "a b")]
    public void Only_plans_that_nobody_outside_can_set_going_are_dead(string waits, string dead)
    {
        // a:b,d = one wait that b or d can end; a:b;c = two waits; a: = one wait that something else can end.
        var plans = waits.Split(' ').Select(p => p.Split(':')).ToDictionary(
            p => p[0], p => (IReadOnlyList<IReadOnlyList<string>>)[.. p[1].Split(';').Select(w => (IReadOnlyList<string>)w.Split(',', StringSplitOptions.RemoveEmptyEntries))]);

        Assert.Equal(dead, string.Join(' ', DeadWaits.Of(plans).Keys.Order(StringComparer.Ordinal)));
    }

    private static async Task<List<JsonNode?>> StandingAsync(WorkflowScene scene, string study) =>
        [.. (await scene.Admin.GetJsonAsync($"/api/v1/plans/standing-still?study={study}")).AsArray().Where(l => (string?)l!["kind"] == "circle")];

    private static JsonObject Waiting(string id, string awaits, string reaches) => Draw.Definition(id, Draw.Sequence(
        Draw.Activity("w", "Startup.AwaitMilestone", ("code", Draw.Literal(awaits))), Draw.Activity("m", "Startup.ReachMilestone", ("code", Draw.Literal(reaches)))));
}
