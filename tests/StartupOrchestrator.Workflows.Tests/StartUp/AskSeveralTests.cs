using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

public sealed class AskSeveralTests
{
    [Theory]
    [InlineData("all", "SUL:Approved,MED:Approved,REG:Approved", "Agreed", 0)]
    [InlineData("all", "SUL:Approved,MED:Rejected", "NotEnough", 1)]
    [InlineData("any", "SUL:Rejected,MED:Approved", "Agreed", 1)]
    [InlineData("any", "SUL:Rejected,MED:Rejected,REG:Rejected", "NotEnough", 0)]
    [InlineData("2", "SUL:Approved,MED:Rejected,REG:Approved", "Agreed", 0)]
    [InlineData("2", "SUL:Rejected,MED:Rejected", "NotEnough", 1)]
    public void Decision_of_several_ends_as_soon_as_it_is_clear(string need, string decisions, string outcome, int withdrawn)
    {
        var steps = Begin(need, "SUL", "MED", "REG");
        foreach (var decision in decisions.Split(','))
        {
            var (role, choice) = (decision.Split(':')[0], decision.Split(':')[1]);
            Assert.Equal(InstanceStatus.Running, steps.State.Status);
            steps.Take(new FactHolds(steps.State.Bookmarks.First(b => b.Name == $"done:{role}").Id, new JsonObject { ["outcome"] = choice }));
        }

        Assert.Equal((InstanceStatus.Finished, outcome), (steps.State.Status, steps.Printed));
        Assert.Equal(withdrawn, steps.Effects.OfType<TellActor>().Count(t => t.Command.ToJsonString().Contains("enough-decided", StringComparison.Ordinal)));
        Assert.Empty(steps.State.Bookmarks);
    }

    [Fact]
    public void More_than_there_are_can_never_agree_and_is_a_blocked_step() =>
        Assert.Contains("3 of 2 roles", Assert.Single(Begin("3", "SUL", "MED").State.Blocked).Message, StringComparison.Ordinal);

    private static Steps Begin(string need, params string[] roles)
    {
        var ask = Flow.Activity("ask", "Startup.AskSeveral", ("kind", Flow.Literal("sign-off")), ("title", Flow.Literal("Release")), ("need", Flow.Literal(need)),
            ("meaning", Flow.Literal("I release it")), ("roles", Flow.Input("Object", new JsonArray([.. roles.Select(r => (JsonNode?)r)]).ToJsonString())));
        var context = new StepContext(Steps.Noon) { Facts = new JsonObject { ["sponsor"] = "s", ["study"] = "x" }, IncidentStrategy = Workflows.Definitions.IncidentStrategy.ContinueWithIncidents };
        return new Steps(Flow.Chart([ask, Flow.Line("Agreed"), Flow.Line("NotEnough")], "ask:Agreed -> Agreed", "ask:NotEnough -> NotEnough"), context).Start();
    }
}
