using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Faults;

/// <summary>
/// Faults other than the death of a process. The workload's commands are sent again until they are answered; afterwards
/// ledger, answers, journal, totals, timers and mails must agree, and nothing may be left waiting.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Database_that_is_stopped_at_once_again_and_again_loses_nothing_and_no_process_ends()
    {
        var rounds = LongForm.Count(FaultScene.Few, full: 100);
        var server = await ServerAsync("");
        using var scene = new FaultScene(server.ConnectionString(await server.CreateEmptyAsync()), output);
        using var one = scene.Start("a");
        using var two = scene.Start("b");
        var back = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            await scene.Ledger.MoreAsync(scene.Random.Next(50, 400), FaultScene.Patience);
            server.Crash();
            await Task.Delay(scene.Random.Next(0, 1_500), TestContext.Current.CancellationToken);
            await server.StartAgainAsync();
            back.Add((await scene.Ledger.MoreAsync(1, FaultScene.Patience)).TotalSeconds);
            one.AssertLives();
            two.AssertLives();
        }

        output.WriteLine($"first success after the server is back, s: {string.Join(", ", back.Select(b => $"{b:F1}"))}");
        await one.KillAsync();
        await two.KillAsync();
        await scene.CheckAsync(mostMails: rounds + 3);
        Assert.All(back, b => Assert.InRange(b, 0, 10));
        server.Stop();
    }

    [Fact]
    public async Task Database_and_process_die_together_and_again_while_they_recover()
    {
        var rounds = LongForm.Count(FaultScene.Few, full: 50);
        var server = await ServerAsync("");
        using var scene = new FaultScene(server.ConnectionString(await server.CreateEmptyAsync()), output);
        for (var round = 0; round < rounds; round++)
        {
            using (var victim = scene.Start($"r{round}"))
            {
                await scene.Ledger.MoreAsync(scene.Random.Next(50, 300), FaultScene.Patience);
                server.Crash();
                await victim.KillAsync();
            }

            await server.StartAgainAsync();
            using var recovering = scene.Start($"x{round}");
            await Task.Delay(scene.Random.Next(300, 2_000), TestContext.Current.CancellationToken);
            server.Crash();
            await server.StartAgainAsync();
            await scene.Ledger.MoreAsync(10, FaultScene.Patience);
            await recovering.KillAsync();
        }

        await scene.CheckAsync(mostMails: (2 * rounds) + 2);
        server.Stop();
    }

    [Fact]
    public async Task Connections_cut_at_any_byte_are_unknown_outcomes_never_failures()
    {
        var rounds = LongForm.Count(FaultScene.Few, full: 100);
        var server = await ServerAsync("-c fsync=off -c full_page_writes=off");
        var database = await server.CreateEmptyAsync();
        using var scene = new FaultScene(server.ConnectionString(database), output);
        using var proxy = new CuttingProxy(server.Folder, scene.Random, most: 400_000);
        using var one = scene.StartAt($"Host={proxy.Folder};Username=startup;Database={database};Maximum Pool Size=20", "a");
        using var two = scene.StartAt($"Host={proxy.Folder};Username=startup;Database={database};Maximum Pool Size=20", "b");
        while (proxy.Cuts < rounds * 20)
        {
            await scene.Ledger.MoreAsync(20, FaultScene.Patience);
            one.AssertLives();
            two.AssertLives();
        }

        await one.KillAsync();
        await two.KillAsync();
        output.WriteLine($"{proxy.Cuts} connections cut");
        await scene.CheckAsync(mostMails: 20);
        server.Stop();
    }

    [Fact]
    public async Task Process_frozen_longer_than_any_lease_does_no_harm_when_it_goes_on()
    {
        var rounds = LongForm.Count(FaultScene.Few, full: 300);
        var server = await ServerAsync("-c fsync=off -c full_page_writes=off");
        using var scene = new FaultScene(server.ConnectionString(await server.CreateEmptyAsync()), output);
        string[] runs = ["a", "b", "c"];
        Victim[] hosts = [.. runs.Select(run => scene.Start(run))];
        var elsewhere = new List<double>();
        await scene.Ledger.MoreAsync(50, FaultScene.Patience);
        for (var round = 0; round < rounds; round++)
        {
            // Leases are 2 s here.
            var frozen = scene.Random.Next(hosts.Length);
            var thaw = hosts[frozen].FreezeAsync(TimeSpan.FromMilliseconds(scene.Random.Next(3_000, 6_000)));
            elsewhere.Add((await scene.Ledger.EveryActorAnswersAsync(runs[frozen], FaultScene.Patience)).TotalSeconds);
            await thaw;
            await scene.Ledger.MoreAsync(50, FaultScene.Patience);
        }

        output.WriteLine($"every actor answered elsewhere after s: middle {elsewhere.Order().ElementAt(rounds / 2):F1}, worst {elsewhere.Max():F1}");
        foreach (var host in hosts)
        {
            await host.KillAsync();
            host.Dispose();
        }

        await scene.CheckAsync(mostMails: rounds + 4);
        Assert.All(elsewhere, s => Assert.InRange(s, 0, LongForm.On ? 4 : FaultScene.Patience.TotalSeconds));
        server.Stop();
    }

    [Fact]
    public async Task Clocks_that_jump_an_hour_to_and_fro_lose_no_timer_and_fire_none_twice()
    {
        var rounds = LongForm.Count(FaultScene.Few, full: 50);
        var server = await ServerAsync("-c fsync=off -c full_page_writes=off");
        using var scene = new FaultScene(server.ConnectionString(await server.CreateEmptyAsync()), output);
        using var one = scene.Start("a", "jumping-clock");
        using var two = scene.Start("b", "jumping-clock");
        await scene.Ledger.MoreAsync(500 * rounds, FaultScene.Patience);
        await one.KillAsync();
        await two.KillAsync();

        // Timers set while a clock was ahead are an hour away: only such a clock comes to them in a test.
        using (var drain = scene.Start("c", "jumping-clock", "drain"))
        {
            await drain.FinishAsync(FaultScene.Patience);
        }

        await scene.CheckAsync(mostMails: 20);
        server.Stop();
    }

    private static async Task<PostgreSqlServer> ServerAsync(string settings)
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        return await PostgreSqlServer.StartAsync(settings);
    }
}
