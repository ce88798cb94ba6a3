namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>How long something takes, in business days, skewed to the right as such things are.</summary>
/// <param name="Typical">Half of the cases stay below (P50).</param>
/// <param name="Cautious">Four in five stay below (P80).</param>
public readonly record struct DurationGuess(double Typical, double Cautious)
{
    /// <summary>Standard normal quantile of 80 %.</summary>
    private const double Q80 = 0.8416212335729143;

    /// <summary>Longest draw as a multiple of <see cref="Cautious"/>: the tail beyond is a problem to solve, not a duration to plan with.</summary>
    private const double Longest = 4;

    /// <summary>A draw from the log-normal distribution with these two quantiles; never negative.</summary>
    public double Draw(SplitRandom random)
    {
        if (Typical <= 0)
        {
            return Math.Max(0, Typical);
        }

        var sigma = Cautious > Typical ? Math.Log(Cautious / Typical) / Q80 : 0;
        return Math.Min(Typical * Math.Exp(sigma * random.Normal()), Math.Max(Typical, Cautious) * Longest);
    }
}
