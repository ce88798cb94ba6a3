namespace StartupOrchestrator.Storage.Bench;

/// <summary>What a measurement of steps found on one database.</summary>
/// <param name="Engine">Name of the database.</param>
/// <param name="Loads">One for each number of concurrent actors.</param>
/// <param name="Rounds">Rounds; loads and the bare database take turns within each.</param>
/// <param name="SecondsEach">Seconds that each measurement ran.</param>
public sealed record StepBenchReport(string Engine, IReadOnlyList<StepBenchLoad> Loads, int Rounds, double SecondsEach);

/// <summary>The measurements of one number of concurrent actors.</summary>
/// <param name="Actors">Actors in flight.</param>
/// <param name="Runs">One for each round.</param>
/// <param name="AimedRatio">What the median ratio should reach.</param>
public sealed record StepBenchLoad(int Actors, IReadOnlyList<StepBenchRun> Runs, double AimedRatio)
{
    /// <summary>Median steps a second.</summary>
    public double StepsPerSecond => Median(Runs.Select(r => r.StepsPerSecond));

    /// <summary>Median of steps a second over transactions a second of the bare database in the same round.</summary>
    public double Ratio => Median(Runs.Select(r => r.StepsPerSecond / r.BareTransactionsPerSecond));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>One measurement.</summary>
/// <param name="StepsPerSecond">Durable steps a second.</param>
/// <param name="P50">Median time from command to answer in milliseconds.</param>
/// <param name="P99">99th percentile in milliseconds.</param>
/// <param name="CpuPerStep">Processor time of this process a step in microseconds; the database server's own is not in it.</param>
/// <param name="BytesPerStep">Growth of the database a step.</param>
/// <param name="BareTransactionsPerSecond">The bare database in the same round: state, journal and outbox row in one statement a transaction.</param>
public sealed record StepBenchRun(double StepsPerSecond, double P50, double P99, double CpuPerStep, double BytesPerStep, double BareTransactionsPerSecond);
