using NodaTime;
using Orleans;
using StartupOrchestrator.Orleans.Relays;
using StartupOrchestrator.Orleans.Tests.Clusters;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Orleans.Tests;

public sealed class RelayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_mails_events_and_timers_are_carried_and_each_relay_has_one_owner()
    {
        await using var silos = await ThreeSilos.StartAsync();
        await silos.SendAsync(Probe("w"), new WaitFor("b", "ready"));
        await silos.SendAsync(Probe("a"), new Pass(Probe("b"), 2, Times: 50), from: 1);
        await silos.SendAsync(Probe("a"), new Mail("1"), from: 2);
        await silos.SendAsync(Probe("a"), new PlanAdd("t", SystemClock.Instance.GetCurrentInstant(), 7));
        await silos.SendAsync(Probe("a"), new Publish("ready"), from: 1);
        await ThreeSilos.EventuallyAsync(async () => (await silos.StateAsync(Probe("b"))).Total == 100 && (await silos.StateAsync(Probe("a"))).Total == 7
            && silos.Mail.Delivered.Count == 1 && (await silos.StateAsync(Probe("w"))).Heard.Length == 1);
        await ThreeSilos.EventuallyAsync(async () => await silos.Database.Storage.Deliveries.NextDueAsync(Token) is null);

        var owners = await Task.WhenAll(silos.Cluster.Silos.Select(s => s.ServiceProvider.GetService(typeof(IGrainFactory))).Cast<IGrainFactory>()
            .Select(g => g.GetGrain<IRelayGrain>(RelayGrain.Timers).KeepGoingAsync()));
        Assert.Single(owners.Select(o => o.Owner).Distinct());
    }

    [Fact]
    public async Task Timers_of_a_killed_owner_fire_elsewhere_once_within_15_seconds()
    {
        await using var silos = await ThreeSilos.StartAsync();
        var note = await silos.Cluster.Client.GetGrain<IRelayGrain>(RelayGrain.Timers).KeepGoingAsync();
        var owner = silos.Cluster.Silos.First(s => note.Owner.Contains(s.SiloAddress.ToString(), StringComparison.Ordinal));
        var due = SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(2);
        for (var n = 0; n < 30; n++)
        {
            await silos.SendAsync(Probe($"a{n}"), new PlanAdd("t", due, 1), from: n);
        }

        await silos.Cluster.KillSiloAsync(owner, Token);
        await ThreeSilos.EventuallyAsync(async () => await silos.Database.Storage.Deliveries.NextDueAsync(Token) is null, seconds: 17);
        for (var n = 0; n < 30; n++)
        {
            Assert.Equal(1, (await silos.StateAsync(Probe($"a{n}"))).Total);
        }
    }
}
