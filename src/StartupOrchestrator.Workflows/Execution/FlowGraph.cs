using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// Forward and backward connections of a flowchart, as seen from its start. Walking breadth first from the start, a
/// connection is forward unless it would close a cycle over connections that are forward already.
/// </summary>
internal sealed class FlowGraph
{
    private static readonly Connection[] None = [];
    private readonly Dictionary<string, Connection[]> _outbound;
    private readonly Dictionary<string, Connection[]> _inbound;
    private readonly Dictionary<string, Connection[]> _forwardInbound;
    private readonly HashSet<Connection> _forward;
    private readonly HashSet<Connection> _invalid;
    private readonly Dictionary<string, HashSet<string>> _ancestors = new(StringComparer.Ordinal);

    public FlowGraph(IReadOnlyList<Connection> connections, string start)
    {
        Start = start;
        _outbound = connections.GroupBy(c => c.Source).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _inbound = connections.GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _forward = FindForward();
        _forwardInbound = connections.Where(_forward.Contains).GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _invalid = connections.Where(c => IsReachable(c.Source) && !_forward.Contains(c) && !EveryWayBackPasses(c.Source, c.Target)).ToHashSet();
    }

    public string Start { get; }

    public Connection[] Outbound(string activity) => _outbound.GetValueOrDefault(activity, None);

    public Connection[] Inbound(string activity) => _inbound.GetValueOrDefault(activity, None);

    public Connection[] ForwardInbound(string activity) => _forwardInbound.GetValueOrDefault(activity, None);

    /// <summary>Whether forward connections lead from the start to the activity.</summary>
    public bool IsReachable(string activity) => activity == Start || _forwardInbound?.ContainsKey(activity) == true || (_forwardInbound is null && _forward.Any(c => c.Target == activity));

    public bool IsBackward(Connection connection) => !_forward.Contains(connection);

    /// <summary>A backward connection that re-enters a parallel section from outside: the joins there could never count right.</summary>
    public bool IsInvalidBackward(Connection connection) => _invalid.Contains(connection);

    /// <summary>All activities from which forward connections lead to this one.</summary>
    public HashSet<string> Ancestors(string activity)
    {
        lock (_ancestors)
        {
            if (_ancestors.TryGetValue(activity, out var known)) return known;
            var found = new HashSet<string>(StringComparer.Ordinal);
            var queue = new Queue<string>([activity]);
            while (queue.TryDequeue(out var current))
                foreach (var connection in ForwardInbound(current))
                    if (found.Add(connection.Source)) queue.Enqueue(connection.Source);
            return _ancestors[activity] = found;
        }
    }

    private HashSet<Connection> FindForward()
    {
        var forward = new HashSet<Connection>();
        var accepted = new HashSet<(string, string)>();
        var next = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>([Start]);
        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var connection in Outbound(source))
            {
                var target = connection.Target;
                if (accepted.Contains((source, target)))
                {
                    forward.Add(connection);
                    continue;
                }

                if (Leads(next, target, source)) continue;
                accepted.Add((source, target));
                forward.Add(connection);
                if (!next.TryGetValue(source, out var targets)) next[source] = targets = [];
                targets.Add(target);
                if (!visited.Contains(target)) queue.Enqueue(target);
            }
        }

        return forward;
    }

    private static bool Leads(Dictionary<string, List<string>> next, string from, string to)
    {
        if (from == to) return true;
        if (!next.ContainsKey(from)) return false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<string>([from]);
        while (stack.TryPop(out var current))
        {
            if (current == to) return true;
            if (!seen.Add(current) || !next.TryGetValue(current, out var targets)) continue;
            foreach (var target in targets) stack.Push(target);
        }

        return false;
    }

    private bool EveryWayBackPasses(string source, string target)
    {
        if (source == target) return true;
        var seen = new HashSet<string>(StringComparer.Ordinal) { source };
        var stack = new Stack<string>([source]);
        while (stack.TryPop(out var current))
        {
            if (current == Start) return false;
            foreach (var connection in ForwardInbound(current))
                if (connection.Source != target && seen.Add(connection.Source)) stack.Push(connection.Source);
        }

        return true;
    }
}
