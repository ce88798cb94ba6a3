using System.Globalization;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Crash.Numbers;

/// <summary>A process that makes steps as fast as it can and says how many: <c>pace PLACE NAME WORKERS SECONDS</c>.</summary>
internal static class Pace
{
    // Seconds; three processes share the machine while each compiles its code, and that is not what is measured.
    private const double WarmUp = 6;

    public static async Task<int> RunAsync(string[] args)
    {
        var (place, name, workers, seconds) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), double.Parse(args[3], CultureInfo.InvariantCulture));
        await using var storage = await Workload.OpenAsync(place);
        await using var runtime = new StartupRuntime(ProbeActor.All, ProbeActor.Catalog, storage, TimeProvider.System, null, new RuntimeOptions());
        runtime.Start();
        await StepsAsync(runtime, name, workers, WarmUp);
        Console.WriteLine("ready");
        Console.In.ReadLine();
        var began = TimeProvider.System.GetTimestamp();
        var steps = await StepsAsync(runtime, name, workers, seconds);
        var rate = steps / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rate {rate:F0}"));
        return 0;
    }

    private static async Task<long> StepsAsync(StartupRuntime runtime, string name, int workers, double seconds)
    {
        long steps = 0;
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(Enumerable.Range(0, workers).Select(w => Task.Run(async () =>
        {
            var target = new ActorId(ActorKind.Task, $"{name}-{w}");
            while (!end.IsCancellationRequested)
            {
                await runtime.Actors.SendAsync(new Envelope(Guid.NewGuid().ToString("n"), target, new Add(1), new Origin("person/anna")), CancellationToken.None);
                Interlocked.Increment(ref steps);
            }
        })));
        return steps;
    }
}
