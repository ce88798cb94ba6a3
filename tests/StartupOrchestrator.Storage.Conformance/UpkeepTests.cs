using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Storage.Conformance;

public sealed class UpkeepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Cleaning_removes_matched_events_and_never_a_command_id(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using var fixture = new RuntimeFixture(database.Storage);
        await fixture.SendAsync(RuntimeFixture.Probe("a"), new Publish("ready"), "first");
        await fixture.Driver.DeliverDueAsync(Token);
        fixture.Clock.Advance(Duration.FromDays(800));

        Assert.Equal(1, await database.Storage.Upkeep!.CleanAsync(fixture.Clock.Now, Token));
        Assert.Equal(0, await database.Storage.Upkeep.CleanAsync(fixture.Clock.Now, Token));
        Assert.True(Assert.IsType<CommandResult.Done>(await fixture.SendAsync(RuntimeFixture.Probe("a"), new Publish("ready"), "first")).Repeated);
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Event_that_was_not_matched_yet_is_kept(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using var fixture = new RuntimeFixture(database.Storage);
        await fixture.SendAsync(RuntimeFixture.Probe("w"), new WaitFor("b", "ready"));
        await fixture.Driver.DeliverDueAsync(Token);
        fixture.Clock.Advance(Duration.FromSeconds(1));
        await fixture.SendAsync(RuntimeFixture.Probe("a"), new Publish("ready"));
        Assert.Equal(0, await database.Storage.Upkeep!.CleanAsync(fixture.Clock.Now + Duration.FromDays(1), Token));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Single((await fixture.StateAsync(RuntimeFixture.Probe("w"))).Heard);
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task What_waits_is_counted_with_its_lateness(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using var fixture = new RuntimeFixture(database.Storage);
        var nothing = await database.Storage.Upkeep!.CountAsync(fixture.Clock.Now, Token);
        Assert.Equal((0, 0, 0, 0, 0, 0), (nothing.Messages, nothing.Mails, nothing.Undeliverable, nothing.Timers, nothing.MessageLag, nothing.TimerLag));
        await fixture.SendAsync(RuntimeFixture.Probe("a"), new Mail("1"));
        await fixture.SendAsync(RuntimeFixture.Probe("a"), new PlanAdd("t", fixture.Clock.Now + Duration.FromMinutes(1), 1));
        var counts = await database.Storage.Upkeep!.CountAsync(fixture.Clock.Now + Duration.FromMinutes(3), Token);
        Assert.Equal((1, 1, 0, 1), (counts.Messages, counts.Mails, counts.Undeliverable, counts.Timers));
        Assert.Equal((180, 120), (counts.MessageLag, counts.TimerLag));
    }
}
