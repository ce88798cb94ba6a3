using Orleans.Runtime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Orleans.Tests.Clusters;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Orleans.Tests;

public sealed class OwnershipTests(ITestOutputHelper output)
{
    private const int Actors = 60;

    [Fact]
    public async Task Each_actor_has_one_owner_whoever_sends_the_command()
    {
        using var conflicts = new ConflictCount(ActorKind.Submission);
        await using var silos = await ThreeSilos.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 1_200).Select(n => silos.SendAsync(Probe($"a{n % Actors}", ActorKind.Submission), new Add(1), from: n)));

        for (var n = 0; n < Actors; n++)
        {
            Assert.Equal(1_200 / Actors, (await silos.StateAsync(Probe($"a{n}", ActorKind.Submission))).Total);
        }

        output.WriteLine($"{conflicts.Conflicts} conflicts in {conflicts.Steps} steps");
        Assert.True(conflicts.Steps >= 1_200 && conflicts.Conflicts < 0.001 * conflicts.Steps);
        var places = silos.Runtimes.Select(r => r.Local.ActorsInMemory).ToList();
        output.WriteLine($"actors by silo: {string.Join(", ", places)}");
        Assert.Equal(Actors, places.Sum());
        Assert.All(places, p => Assert.True(p > 0, "One silo hosts nothing."));
    }

    [Fact]
    public async Task Actors_of_a_killed_owner_answer_elsewhere_within_15_seconds_and_remember_everything()
    {
        await using var silos = await ThreeSilos.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, Actors).Select(n => silos.SendAsync(Probe($"a{n}"), new Add(1), $"first{n}", n)));
        var victim = silos.Cluster.Silos.First(s => ThreeSilos.Of(s).Local.ActorsInMemory > 0 && s.InstanceNumber > 0);
        await silos.Cluster.KillSiloAsync(victim, TestContext.Current.CancellationToken);

        var killed = TimeProvider.System.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, Actors).Select(n => silos.SendAsync(Probe($"a{n}"), new Add(1))));
        var took = TimeProvider.System.GetElapsedTime(killed);
        output.WriteLine($"all {Actors} actors answered {took.TotalSeconds:F1} s after the kill");
        Assert.True(took < TimeSpan.FromSeconds(15));
        Assert.All(answers, a => Assert.Equal(2, Assert.IsType<CommandResult.Done>(a).Version));
        Assert.True(Assert.IsType<CommandResult.Done>(await silos.SendAsync(Probe("a0"), new Add(1), "first0")).Repeated);
    }

    [Fact]
    public async Task Actor_that_is_not_used_leaves_memory_and_comes_back()
    {
        await using var silos = await ThreeSilos.StartAsync(s => s with { IdleAfter = TimeSpan.FromSeconds(2) });
        await Task.WhenAll(Enumerable.Range(0, Actors).Select(n => silos.SendAsync(Probe($"a{n}"), new Add(1))));
        await ThreeSilos.EventuallyAsync(() => Task.FromResult(silos.Runtimes.Sum(r => r.Local.ActorsInMemory) == 0));
        Assert.Equal(2, (await silos.SendAsync(Probe("a0"), new Add(1))).Version);
    }
}
