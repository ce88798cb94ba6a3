using System.Net;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Api;

public sealed class AuditTests
{
    [Fact]
    public async Task Mutation_leavesWhoWhenWhatOldNewAndWhy()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();

        using var moved = await admin.PostAsync("/api/v1/sites/alpha.pl-01/commands", new { type = "site.milestone", code = "SI-270", kind = "plan", date = "2027-03-12", reason = "The SIV moved" });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);

        var act = (await admin.GetJsonAsync("/api/v1/sites/alpha.pl-01/history"))["items"]![0]!;
        Assert.Equal("site.milestone", act["command"]!.GetValue<string>());
        Assert.Equal("person/first-administrator", act["by"]!.GetValue<string>());
        Assert.Equal("Ada Admin", act["byName"]!.GetValue<string>());
        Assert.Equal("The SIV moved", act["reason"]!.GetValue<string>());
        Assert.NotNull(act["at"]);
        var change = act["changes"]!.AsArray().Single(c => c!["field"]!.GetValue<string>() == "planned")!;
        Assert.Null(change["old"]);
        Assert.Equal("2027-03-12", change["new"]!.GetValue<string>());
    }

    [Fact]
    public async Task EveryAcceptedCommand_hasExactlyOneAuditFact()
    {
        await using var server = await TestServer.StartAsync();
        await TwoStudies.SeedAsync(server);
        using var admin = await server.AdminAsync();
        using var one = await admin.PostAsync("/api/v1/tasks/task-alpha/commands", new { type = "task.start" });
        using var two = await admin.PostAsync("/api/v1/people", new { kind = "contact", name = "Dr Novak" });

        await foreach (var stream in server.Storage.Journal.StreamsAsync(TestContext.Current.CancellationToken))
        {
            var commands = new HashSet<string>();
            await foreach (var entry in server.Storage.Journal.ReadStreamAsync(stream, 1, TestContext.Current.CancellationToken))
            {
                commands.Add(entry.CommandId);
                Assert.NotEmpty(entry.By);
            }

            var facts = await server.Storage.Records.AuditAsync(stream, TestContext.Current.CancellationToken);
            Assert.Equal(commands.Count, facts.Count);
            Assert.All(facts, f => Assert.NotEmpty(f.Command));
        }
    }

    [Fact]
    public async Task Audit_ofANarrowScope_showsNothingElse()
    {
        await using var server = await TestServer.StartAsync();
        var seeded = await TwoStudies.SeedAsync(server);
        using var inspector = await seeded.ProgramAsync("inspector", TwoStudies.ScopeOf("alpha"));

        var items = (await inspector.GetJsonAsync("/api/v1/audit?limit=1000"))["items"]!.AsArray();

        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.DoesNotContain("beta", i!["id"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Contains(items, i => i!["id"]!.GetValue<string>() == new ActorId(ActorKind.Site, "alpha.pl-01").ToString());
    }
}
