using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Kernel;

public sealed class RecordTests
{
    [Fact]
    public async Task Journal_is_a_chain_without_gaps()
    {
        await using var fixture = new RuntimeFixture();
        for (var i = 0; i < 5; i++)
        {
            await fixture.SendAsync(Probe("a"), new Add(i));
        }

        var previous = HashChain.Start;
        var version = 0L;
        await foreach (var entry in fixture.Storage.Journal.ReadStreamAsync("task/a", 1, TestContext.Current.CancellationToken))
        {
            Assert.Equal((++version, previous), (entry.Version, entry.PreviousHash));
            Assert.Equal(HashChain.Of("task/a", entry), entry.Hash);
            Assert.NotEqual(entry.Hash, HashChain.Of("task/b", entry));
            Assert.NotEqual(entry.Hash, HashChain.Of("task/a", entry with { By = "person/bob" }));
            previous = entry.Hash;
        }

        Assert.Equal(5, version);
    }

    [Fact]
    public async Task Audit_fact_says_who_when_why_old_and_new()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new Describe("open", "s1"));
        var reason = new PersonalRef("p1", new string('a', 64));
        var happened = Instant.FromUtc(2026, 3, 1, 9, 0);
        var origin = new Origin("person/bob") { OnBehalfOf = "person/carol", Reason = reason, BusinessTime = happened };
        await fixture.Runtime.Actors.SendAsync(
            new Envelope("x", Probe("a"), new Describe("closed"), origin) { Personal = [new SealedValue(reason, "n", "typo", "person/carol")] },
            TestContext.Current.CancellationToken);

        var facts = await fixture.Storage.Journal.AuditAsync(new AuditQuery("task/a", "person/bob", null, null, null, "s1", 10, null), TestContext.Current.CancellationToken);
        var fact = Assert.Single(facts).Fact;
        Assert.Equal((2L, "person/bob", "person/carol", "probe.describe"), (fact.Version, fact.By, fact.OnBehalfOf, fact.Command));
        Assert.Equal("""[{"field":"status","old":"open","new":"closed"}]""", fact.Changes);
        Assert.Equal("p1", JsonNode.Parse(fact.Reason!)!["id"]!.GetValue<string>());
        Assert.Equal("typo", (await fixture.Storage.Personal.ReadAsync(["p1"], TestContext.Current.CancellationToken))["p1"]);
    }

    [Fact]
    public async Task Message_of_a_plan_is_recorded_as_the_product_acting_for_the_plan()
    {
        await using var fixture = new RuntimeFixture();
        var cause = new Cause(Probe("w", ActorKind.Workflow), "site-start-up", 3, "act1");
        await fixture.Runtime.Actors.SendAsync(
            new Envelope("x", Probe("a"), new Pass(Probe("b"), 1), Origin.System with { Cause = cause }), TestContext.Current.CancellationToken);
        await fixture.Driver.DeliverDueAsync(TestContext.Current.CancellationToken);
        var fact = Assert.Single(await fixture.Storage.Journal.AuditAsync(new AuditQuery("task/b", null, null, null, null, null, 10, null), TestContext.Current.CancellationToken)).Fact;
        Assert.Equal(Origin.SystemActor, fact.By);
        Assert.Equal("""{"instance":"workflow/w","definition":"site-start-up","version":3,"activity":"act1"}""", fact.Cause);
    }
}
