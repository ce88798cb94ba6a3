using System.Collections.Concurrent;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance.Invariants;

/// <summary>
/// Three threads work on one actor through two processes; what they saw must be explained by one order of their
/// operations that agrees with the clock: the order of the versions.
/// </summary>
public sealed class ParallelHistoryTests(ITestOutputHelper output)
{
    private const int Threads = 3;
    private const int MostOperations = 8;
    private const int AtOnce = 8;

    /// <param name="Began">When it was sent; any clock that only runs forward.</param>
    /// <param name="Ended">When it was answered.</param>
    /// <param name="Version">The version that it made, or that a reader saw.</param>
    /// <param name="Total">The total that it answered or saw.</param>
    /// <param name="Amount">What it added; null for a reader.</param>
    private sealed record Operation(long Began, long Ended, long Version, int Total, int? Amount);

    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task What_parallel_callers_saw_is_explained_by_one_order_of_events(string engine)
    {
        var seed = Seed.Take(output.WriteLine);
        await using var database = await Engine.NewAsync(engine);
        var manual = new RuntimeOptions { Background = false };
        await using var first = new RuntimeFixture(database.Storage, options: manual);
        await using var second = new RuntimeFixture(engine == Engine.PostgreSql ? await database.OpenAnotherAsync() : database.Storage, options: manual);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, LongForm.Count(usual: 100, full: 10_000)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (n, _) =>
            {
                var seen = new ConcurrentBag<Operation>();
                var operations = new Random(seed + n).Next(3, MostOperations + 1);
                await Task.WhenAll(Enumerable.Range(0, Threads).Select(t => Task.Run(
                    () => WorkAsync([first, second], Probe($"h{n}"), new Random(HashCode.Combine(seed, n, t)), $"{t}", operations, seen))));
                AssertOneOrder(seen, n);
            });
    }

    private static async Task WorkAsync(RuntimeFixture[] processes, ActorId actor, Random random, string thread, int operations, ConcurrentBag<Operation> seen)
    {
        for (var i = 0; i < operations; i++)
        {
            var process = processes[random.Next(processes.Length)];
            var amount = random.Next(1, 100);
            var began = TimeProvider.System.GetTimestamp();
            if (random.Next(3) == 0)
            {
                var read = await process.Runtime.Actors.ReadAsync(actor, TestContext.Current.CancellationToken);
                seen.Add(new(began, TimeProvider.System.GetTimestamp(), read?.Version ?? 0, (read?.State as ProbeState)?.Total ?? 0, null));
                continue;
            }

            var done = Assert.IsType<CommandResult.Done>(await process.SendAsync(actor, new Add(amount), $"{thread}.{i}"));
            seen.Add(new(began, TimeProvider.System.GetTimestamp(), done.Version, done.Answer!.GetValue<int>(), amount));
        }
    }

    private static void AssertOneOrder(IReadOnlyCollection<Operation> seen, int history)
    {
        var writes = seen.Where(o => o.Amount is not null).OrderBy(o => o.Version).ToList();
        Assert.Equal(Enumerable.Range(1, writes.Count).Select(v => (long)v), writes.Select(w => w.Version));
        var totals = new int[writes.Count + 1];
        for (var v = 1; v <= writes.Count; v++)
        {
            totals[v] = totals[v - 1] + writes[v - 1].Amount!.Value;
        }

        foreach (var o in seen)
        {
            Assert.True(o.Total == totals[o.Version], $"History {history}: version {o.Version} was seen as {o.Total}, the order of events gives {totals[o.Version]}.");
            var before = seen.Where(other => other.Ended < o.Began).Select(other => other.Version).DefaultIfEmpty().Max();
            Assert.True(o.Version >= before + (o.Amount is null ? 0 : 1), $"History {history}: version {o.Version} was seen after version {before} had been answered.");
        }
    }
}
