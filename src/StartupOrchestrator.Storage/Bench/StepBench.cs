using System.Diagnostics;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Bench;

/// <summary>
/// Measures durable steps against the bare database on the same machine at the same time: both take turns, so that what
/// else the machine does falls on both.
/// </summary>
/// <param name="engine">Name for the report.</param>
/// <param name="storage">An empty database; it fills.</param>
/// <param name="bare">The same kind of database without the product.</param>
/// <param name="time">The real clock.</param>
public sealed class StepBench(string engine, IStorage storage, IBareDatabase bare, TimeProvider time)
{
    private static readonly (int Actors, double Aim)[] Loads = [(16, 0.5), (64, 1.0), (256, 1.5)];
    private readonly string note = new('n', 200);
    private int run;

    /// <summary>Measures.</summary>
    /// <param name="rounds">At least three for a median that means something.</param>
    /// <param name="each">How long each measurement runs.</param>
    /// <param name="progress">Told after each measurement.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<StepBenchReport> RunAsync(int rounds, TimeSpan each, Action<string>? progress, CancellationToken cancellationToken)
    {
        var runtime = new StartupRuntime(
            [new BenchActor()], ContractCatalog.Scan(typeof(BenchActor).Assembly), storage, time, options: new RuntimeOptions { Background = false });
        await using (runtime.ConfigureAwait(false))
        {
            await StepsAsync(runtime, 16, each / 4, cancellationToken).ConfigureAwait(false);
            await BareAsync(each / 4, cancellationToken).ConfigureAwait(false);
            var runs = Loads.Select(_ => new List<StepBenchRun>()).ToList();
            for (var round = 0; round < rounds; round++)
            {
                for (var i = 0; i < Loads.Length; i++)
                {
                    var before = await BareAsync(each / 2, cancellationToken).ConfigureAwait(false);
                    var measured = await StepsAsync(runtime, Loads[i].Actors, each, cancellationToken).ConfigureAwait(false);
                    var after = await BareAsync(each / 2, cancellationToken).ConfigureAwait(false);
                    runs[i].Add(measured with { BareTransactionsPerSecond = (before + after) / 2 });
                    progress?.Invoke($"{engine}, round {round + 1}, {Loads[i].Actors} actors: {measured.StepsPerSecond:F0} steps/s, bare {(before + after) / 2:F0}/s");
                }
            }

            return new StepBenchReport(engine, [.. Loads.Select((l, i) => new StepBenchLoad(l.Actors, runs[i], l.Aim))], rounds, each.TotalSeconds);
        }
    }

    private async Task<StepBenchRun> StepsAsync(StartupRuntime runtime, int actors, TimeSpan each, CancellationToken cancellationToken)
    {
        var number = ++run;
        var size = await bare.SizeAsync(cancellationToken).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var started = time.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, actors).Select(i => Task.Run(() => ActAsync(runtime.Actors, $"b{number}.{i}", started, each, cancellationToken), cancellationToken))).ConfigureAwait(false);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var sorted = times.SelectMany(t => t).Order().ToList();
        var grown = await bare.SizeAsync(cancellationToken).ConfigureAwait(false) - size;
        return new StepBenchRun(
            sorted.Count / seconds, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], (process.TotalProcessorTime - cpu).TotalMicroseconds / sorted.Count,
            grown / (double)sorted.Count, 0);
    }

    private async Task<List<double>> ActAsync(IActorRuntime runtime, string key, long started, TimeSpan each, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var id = new ActorId(ActorKind.Task, key);
        while (time.GetElapsedTime(started) < each)
        {
            var sent = time.GetTimestamp();
            await runtime.SendAsync(new Envelope($"c{times.Count}", id, new BenchMove(note), new Origin("person/bench")), cancellationToken).ConfigureAwait(false);
            times.Add(time.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }

    private async Task<double> BareAsync(TimeSpan each, CancellationToken cancellationToken)
    {
        var number = ++run;
        var connections = await Task.WhenAll(Enumerable.Range(0, bare.Connections).Select(_ => bare.ConnectAsync(cancellationToken))).ConfigureAwait(false);
        var started = time.GetTimestamp();
        var counts = await Task.WhenAll(connections.Select((c, i) => Task.Run(() => WriteAsync(c, $"task/r{number}.{i}", started, each, cancellationToken), cancellationToken))).ConfigureAwait(false);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        foreach (var connection in connections)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        return counts.Sum() / seconds;
    }

    private async Task<long> WriteAsync(IBareConnection connection, string stream, long started, TimeSpan each, CancellationToken cancellationToken)
    {
        var text = $$$"""{"innerVersion":2,"state":{"count":2,"note":"{{{note}}}"}}""";
        long count = 0;
        while (time.GetElapsedTime(started) < each)
        {
            await connection.WriteAsync(stream, ++count, text, text, text, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }
}
