namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Plans none of which can go on, because each waits for what only others of them could bring.</summary>
public static class DeadWaits
{
    /// <summary>For whom each of them waits.</summary>
    /// <param name="waits">For each plan its open waits: the plans that could end it, empty where something else can.</param>
    public static IReadOnlyDictionary<string, List<string>> Of(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> waits)
    {
        var dead = waits.Where(p => p.Value.Count > 0 && p.Value.All(w => w.Count > 0)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);

        // Whoever can be set going by somebody outside goes on, and with it those who wait for it: what is left at the end cannot.
        while (dead.RemoveWhere(p => waits[p].Any(w => w.Any(by => !dead.Contains(by)))) > 0)
        {
        }

        return dead.ToDictionary(p => p, p => waits[p].SelectMany(w => w).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }
}
