using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

/// <summary>Invariant 11: nothing waits for nothing. Red when the roles of site, country and study are not looked up.</summary>
public sealed class StuckWaitTests
{
    [Fact]
    public async Task Task_whose_role_nobody_holds_is_shown_with_its_cause_until_somebody_is_named()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var lead = await seeded.ProgramAsync("lead", TwoStudies.ScopeOf("alpha"));

        var stuck = (await lead.GetJsonAsync("/api/v1/blocked-steps"))["items"]!.AsArray().Where(s => s!["kind"]!.GetValue<string>() == "task").ToList();

        var line = Assert.Single(stuck)!;
        Assert.Equal(("task-alpha", "role-empty"), (line["step"]!.GetValue<string>(), line["cause"]!.GetValue<string>()));
        Assert.Contains("Nobody holds the role SUS", line["message"]!.GetValue<string>(), StringComparison.Ordinal);

        await server.TellAsync(new ActorId(ActorKind.Study, "alpha"), new SetStudyTeam("SUS", "somebody"));
        Assert.DoesNotContain((await lead.GetJsonAsync("/api/v1/blocked-steps"))["items"]!.AsArray(), s => s!["kind"]!.GetValue<string>() == "task");
    }
}
