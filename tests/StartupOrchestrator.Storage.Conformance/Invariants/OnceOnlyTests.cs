using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance.Invariants;

/// <summary>
/// Invariants 5 and 6: once only, one writer by version. Red when SQLite's step writer skips the look for the command
/// id, and when PostgreSQL's statement locks a state without comparing its version.
/// </summary>
public sealed class OnceOnlyTests(ITestOutputHelper output)
{
    private static readonly RuntimeOptions Manual = new() { Background = false };

    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task Command_sent_many_times_at_once_through_two_processes_takes_effect_once(string engine)
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var commands = LongForm.Count(usual: 150, full: 10_000);
        await using var database = await Engine.NewAsync(engine);
        await using var first = new RuntimeFixture(database.Storage, options: Manual);
        await using var second = new RuntimeFixture(engine == Engine.PostgreSql ? await database.OpenAnotherAsync() : database.Storage, options: Manual);
        var sends = Enumerable.Range(0, commands).SelectMany(i => Enumerable.Repeat(i, random.Next(1, 5))).OrderBy(_ => random.Next()).ToList();
        var results = await Task.WhenAll(sends.Select((i, n) => Task.Run(
            () => (n % 2 == 0 ? first : second).SendAsync(Probe($"p{i % 5}"), new Add(i), $"c{i}"), TestContext.Current.CancellationToken)));

        foreach (var answers in sends.Zip(results).GroupBy(r => r.First, r => Assert.IsType<CommandResult.Done>(r.Second)))
        {
            Assert.Single(answers.Select(a => (a.Version, a.Answer!.ToString())).Distinct());
            Assert.Single(answers, a => !a.Repeated);
        }

        for (var p = 0; p < 5; p++)
        {
            Assert.Equal(Enumerable.Range(0, commands).Where(i => i % 5 == p).Sum(), (await first.StateAsync(Probe($"p{p}"))).Total);
            Assert.Equal(commands / 5, (await second.Runtime.Actors.ReadAsync(Probe($"p{p}"), TestContext.Current.CancellationToken))!.Version);
        }
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Command_repeated_after_a_restart_gives_the_first_answer(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using (var before = new RuntimeFixture(database.Storage, options: Manual))
        {
            await before.SendAsync(Probe("a"), new Add(5), "id");
            await before.SendAsync(Probe("a"), new Add(1), "other");
        }

        await using var after = new RuntimeFixture(await database.ReopenAsync(), options: Manual);
        var again = Assert.IsType<CommandResult.Done>(await after.SendAsync(Probe("a"), new Add(5), "id"));
        Assert.Equal((true, 1L, "5"), (again.Repeated, again.Version, again.Answer!.ToString()));
    }
}
