using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Runtime.Tests.Relays;

public sealed class TimerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timer_fires_once_and_never_early()
    {
        await using var fixture = new RuntimeFixture();
        var due = fixture.Clock.Now + Duration.FromDays(90);
        await fixture.SendAsync(Probe("a"), new PlanAdd("t", due, 5));
        Assert.Equal(due, await fixture.Driver.RunUntilIdleAsync(due - Duration.FromSeconds(1), Token));
        Assert.Equal(0, (await fixture.StateAsync(Probe("a"))).Total);
        Assert.Null(await fixture.Driver.RunUntilIdleAsync(due + Duration.FromDays(900), Token));
        Assert.Equal(5, (await fixture.StateAsync(Probe("a"))).Total);
        Assert.Equal(due, fixture.Clock.Now);
    }

    [Fact]
    public async Task Timer_set_anew_fires_only_as_it_was_set_last()
    {
        await using var fixture = new RuntimeFixture();
        var now = fixture.Clock.Now;
        await fixture.SendAsync(Probe("a"), new PlanAdd("t", now + Duration.FromHours(1), 5));
        var stale = Assert.Single(await fixture.Storage.Deliveries.TakeTimersAsync(now + Duration.FromHours(2), Duration.Zero, 10, Token));
        await fixture.SendAsync(Probe("a"), new PlanAdd("t", now + Duration.FromHours(3), 7));
        await new Runtime.Relays.TimerFiring((IActorHost)fixture.Runtime.Actors, fixture.Storage.Deliveries, fixture.Runtime.Shells).FireAsync(stale, Token);
        Assert.Equal(0, (await fixture.StateAsync(Probe("a"))).Total);
        await fixture.Driver.RunUntilIdleAsync(now + Duration.FromDays(1), Token);
        Assert.Equal(7, (await fixture.StateAsync(Probe("a"))).Total);
    }

    [Fact]
    public async Task Timer_that_was_cleared_does_not_fire()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new PlanAdd("t", fixture.Clock.Now + Duration.FromHours(1), 5));
        await fixture.SendAsync(Probe("a"), new UnplanAdd("t"));
        Assert.Null(await fixture.Driver.NextDueAsync(Token));
    }

    [Fact]
    public async Task Timer_whose_command_is_refused_is_gone()
    {
        await using var fixture = new RuntimeFixture();
        await fixture.SendAsync(Probe("a"), new PlanAdd("t", fixture.Clock.Now, -5));
        await fixture.Driver.DeliverDueAsync(Token);
        Assert.Null(await fixture.Driver.NextDueAsync(Token));
    }

    [Fact]
    public async Task Same_commands_on_the_same_clock_give_the_same_records()
    {
        async Task<string> HeadsAsync()
        {
            await using var fixture = new RuntimeFixture();
            var random = new Random(7);
            for (var i = 0; i < 60; i++)
            {
                var (from, to) = (Probe($"p{random.Next(5)}"), Probe($"p{random.Next(5)}"));
                await fixture.SendAsync(from, random.Next(4) switch
                {
                    0 => new Pass(to, random.Next(9), Times: 3),
                    1 => new PlanAdd($"t{random.Next(3)}", fixture.Clock.Now + Duration.FromHours(random.Next(200)), random.Next(5)),
                    2 => new Follow(to, "total:20", $"w{random.Next(3)}"),
                    _ => new Publish("go"),
                });
                await fixture.SendAsync(to, new WaitFor($"b{i}", "go"));
                await fixture.Driver.RunUntilIdleAsync(fixture.Clock.Now + Duration.FromHours(10), Token);
            }

            var heads = new List<string>();
            await foreach (var state in fixture.Storage.Records.StatesAsync(Token))
            {
                heads.Add($"{state.Stream} {state.State.Version} {state.State.Head}");
            }

            return string.Join('\n', heads);
        }

        Assert.Equal(await HeadsAsync(), await HeadsAsync());
    }
}
