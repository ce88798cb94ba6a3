using NodaTime;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Relays;

public sealed class NamedEventTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("k", "k", true)]
    [InlineData("k", "other", false)]
    [InlineData(null, "k", true)]
    [InlineData("k", null, true)]
    public async Task Event_reaches_who_waits_for_its_name_and_correlation(string? published, string? awaited, bool arrives)
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new WaitFor("b", "ready", awaited));
        fixture.Clock.Advance(Duration.FromSeconds(1));
        await fixture.SendAsync(Probe("p"), new Publish("ready", published));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(arrives ? ["event ready"] : [], (await fixture.StateAsync(Probe("w"))).Heard);
    }

    [Fact]
    public async Task Event_published_before_the_wait_began_does_not_match()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("p"), new Publish("ready"));
        fixture.Clock.Advance(Duration.FromSeconds(1));
        await fixture.SendAsync(Probe("w"), new WaitFor("b", "ready"));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Empty((await fixture.StateAsync(Probe("w"))).Heard);
    }

    [Fact]
    public async Task Event_whose_own_look_missed_the_wait_is_found_by_the_look_of_the_wait()
    {
        await using var fixture = new RuntimeFixture();

        // The wait was decided first but is committed after the event looked for waiters.
        await fixture.SendAsync(Probe("w"), new WaitFor("b", "ready"));
        var waiting = await fixture.Storage.Deliveries.TakeMessagesAsync(fixture.Clock.Now, Duration.FromMinutes(5), 10, Token);
        fixture.Clock.Advance(Duration.FromSeconds(1));
        await fixture.SendAsync(Probe("p"), new Publish("ready"));
        var own = Assert.Single(await fixture.Storage.Deliveries.PendingAsync("task/p", "events", 10, Token));
        await fixture.Storage.Deliveries.CompleteAsync(own.Id, Token);
        Assert.Single(waiting);
        fixture.Clock.Advance(Duration.FromMinutes(6));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(["event ready"], (await fixture.StateAsync(Probe("w"))).Heard);
    }

    [Fact]
    public async Task Event_looked_up_twice_arrives_once()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("w"), new WaitFor("b", "ready"));
        fixture.Clock.Advance(Duration.FromSeconds(1));
        await fixture.SendAsync(Probe("p"), new Publish("ready"));
        var matcher = new Runtime.Relays.EventMatcher(fixture.Runtime.Actors, fixture.Storage.Deliveries);
        var row = Assert.Single(await fixture.Storage.Deliveries.PendingAsync("task/p", "events", 10, Token));
        await matcher.MatchAsync(row, Token);
        await matcher.MatchAsync(row, Token);
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Equal(["event ready"], (await fixture.StateAsync(Probe("w"))).Heard);
    }
}
