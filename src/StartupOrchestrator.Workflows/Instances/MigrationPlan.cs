using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Instances;

/// <summary>
/// How instances move from one version of a definition to another: which activity becomes which. Activities with the same
/// id in the same container map to each other; what was renamed or moved is said explicitly.
/// </summary>
public sealed class MigrationPlan
{
    private readonly IReadOnlyDictionary<string, string> _renamed;

    /// <summary>Plans a migration.</summary>
    /// <param name="from">Graph that the instances are on.</param>
    /// <param name="to">Graph that they are to move to.</param>
    /// <param name="renamed">New activity ids by old ones.</param>
    public MigrationPlan(WorkflowGraph from, WorkflowGraph to, IReadOnlyDictionary<string, string>? renamed = null)
    {
        From = from;
        To = to;
        _renamed = renamed ?? new Dictionary<string, string>();
    }

    /// <summary>Graph that the instances are on.</summary>
    public WorkflowGraph From { get; }

    /// <summary>Graph that they are to move to.</summary>
    public WorkflowGraph To { get; }

    /// <summary>Activities of the old version that have no counterpart; an instance that is in one of them cannot move.</summary>
    public IReadOnlyList<GraphNode> Gone => [.. From.Nodes.Where(n => Target(n.NodeId) is null)];

    /// <summary>The counterpart of a node; null when there is none of the same type.</summary>
    public GraphNode? Target(string nodeId)
    {
        if (From.Find(nodeId) is not { } old) return null;
        var id = string.Join(':', nodeId.Split(':').Select(TargetId));
        var target = To.Find(id);
        return target is not null && target.Descriptor.Type == old.Descriptor.Type && target.Composite?.DefinitionId == old.Composite?.DefinitionId ? target : null;
    }

    /// <summary>The new id of an activity.</summary>
    internal string TargetId(string activityId) => _renamed.GetValueOrDefault(activityId, activityId);

    /// <summary>The new key of a connection.</summary>
    internal string TargetKey(Definitions.Connection connection) =>
        new Definitions.Connection(TargetId(connection.Source), connection.Port, TargetId(connection.Target)).Key;
}

/// <summary>What a migration would do to one instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Moves">Live activities that hold no others, with the name they have before and after.</param>
/// <param name="Refusals">Why it cannot move, each naming the activity; empty when it can.</param>
/// <param name="Notes">What will be different for it: new variables, new connections.</param>
public sealed record MigrationPreview(
    string InstanceId, IReadOnlyList<(string From, string To)> Moves, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes)
{
    /// <summary>Whether the instance can move.</summary>
    public bool IsPossible => Refusals.Count == 0;
}
