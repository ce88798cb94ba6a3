namespace StartupOrchestrator.Server.Features.Plans;

/// <summary>Circles in who waits for whom.</summary>
public static class WaitCircles
{
    /// <summary>Every strongly connected set of more than one, or of one that waits for itself; a circle through each, in order.</summary>
    /// <param name="waits">For whom each waits; those who are no key themselves wait for nobody.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyDictionary<string, List<string>> waits)
    {
        var circles = new List<IReadOnlyList<string>>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in waits.Keys.Order(StringComparer.Ordinal))
        {
            if (!done.Contains(start) && Path(waits, start) is { } circle)
            {
                circles.Add(circle);
                done.UnionWith(circle);
            }
        }

        return circles;
    }

    /// <summary>The shortest way from a node back to itself; null when there is none.</summary>
    private static List<string>? Path(IReadOnlyDictionary<string, List<string>> waits, string start)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in waits.GetValueOrDefault(node) ?? [])
            {
                if (next == start)
                {
                    var path = new List<string> { node };
                    while (path[^1] != start)
                    {
                        path.Add(from[path[^1]]);
                    }

                    path.Reverse();
                    return path;
                }

                if (waits.ContainsKey(next) && from.TryAdd(next, node))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }
}
