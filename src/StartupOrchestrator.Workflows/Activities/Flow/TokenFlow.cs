using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Flow;

/// <summary>How tokens that reach one activity come together.</summary>
internal enum MergeMode
{
    /// <summary>Goes on as soon as nothing upstream is on its way; paths not taken do not matter.</summary>
    Stream,

    /// <summary>Waits for a token on every forward connection.</summary>
    Merge,

    /// <summary>Waits for a token on every connection, backward ones too.</summary>
    Converge,

    /// <summary>Runs for the first token and swallows one from each other connection.</summary>
    Cascade,

    /// <summary>Runs for the first token, cancels what is still on its way and swallows what comes later.</summary>
    Race,
}

/// <summary>The way of a flowchart whose activities ask for merge modes: tokens travel along the connections that are followed.</summary>
internal static class TokenFlow
{
    private const string Racing = "$racing";

    /// <summary>Marks that the race under way has cancelled all else that ran: tokens that wait for it would wait for ever.</summary>
    private const string Decided = "$decided";

    public static void ChildCompleted(ActivityContext step, FlowGraph graph, CompletedChild child)
    {
        var tokens = step.Instance.Tokens ??= [];
        var followed = graph.Outbound(child.ActivityId).Where(c => child.Follows(c.Port)).ToList();
        foreach (var connection in followed) tokens.Add(new Token(connection.Source, connection.Port, connection.Target));
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].To == child.ActivityId && tokens[i].IsLive) tokens[i] = tokens[i] with { Consumed = true };
        foreach (var connection in followed) Arrive(step, graph, tokens, connection, child.ActivityId);
        if (!IsBusy(step, tokens))
        {
            tokens.Clear();
            step.Complete();
        }

        tokens.RemoveAll(t => t.To == child.ActivityId && t.Consumed);
    }

    public static void ChildCancelled(ActivityContext step, string activityId)
    {
        step.Instance.Tokens?.RemoveAll(t => t.From == activityId || t.To == activityId);
        if (HasWork(step) || HasFaultedChild(step)) return;
        if (step.Recall(Racing) is null) step.Complete();
        else step.Remember(Decided, true);
    }

    public static string? WhyStuck(ActivityContext step, FlowGraph graph)
    {
        var tokens = step.Instance.Tokens ?? [];
        var waiting = Waiting(step, tokens).ToList();
        if (waiting.Count == 0) return null;
        var words = waiting.Select(node =>
        {
            var missing = graph.ForwardInbound(node.Element.Id)
                .Where(c => !tokens.Any(t => t.IsLive && t.From == c.Source && t.To == c.Target && t.Outcome == c.Port))
                .Select(c => $"'{NameOf(step, c.Source)}' ({c.Port})");
            return $"'{node.Element.DisplayName ?? node.Element.Id}' waits for {string.Join(", ", missing)}";
        });
        return $"{string.Join("; ", words)}, and nobody is on the way there any more. Retry runs what waits, skip ends this flowchart.";
    }

    /// <summary>Runs every activity that holds a token, whatever else it waits for.</summary>
    public static bool ReleaseWaiting(ActivityContext step)
    {
        var waiting = Waiting(step, step.Instance.Tokens ?? []).ToList();
        foreach (var node in waiting) step.Schedule(node);
        return waiting.Count > 0;
    }

    /// <summary>The merge mode that an activity asks for; null when it does not ask.</summary>
    public static MergeMode? ReadMergeMode(GraphNode node) =>
        node.Element.Custom("mergeMode").AsText() is { } text && Enum.TryParse<MergeMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null;

    private static void Arrive(ActivityContext step, FlowGraph graph, List<Token> tokens, Connection connection, string completed)
    {
        var target = step.Instance.Node.ChildById(connection.Target)!;
        var mode = ModeOf(step, target);
        switch (mode)
        {
            case MergeMode.Cascade or MergeMode.Race:
                ArriveAtFirst(step, graph, tokens, connection, target, completed, cancels: mode == MergeMode.Race);
                break;
            case MergeMode.Merge:
                if (HoldsAll(tokens, graph.ForwardInbound(connection.Target))) step.Schedule(target);
                break;
            case MergeMode.Converge:
                if (HoldsAll(tokens, graph.Inbound(connection.Target))) step.Schedule(target);
                break;
            case MergeMode.Stream:
                var upstream = graph.ForwardInbound(connection.Target).Any(c => tokens.Any(t => t.IsLive && t.To == c.Source));
                if (!upstream) step.Schedule(target);
                break;
        }
    }

    private static void ArriveAtFirst(ActivityContext step, FlowGraph graph, List<Token> tokens, Connection connection, GraphNode target, string completed, bool cancels)
    {
        var block = tokens.FindIndex(t => t.Blocked && t.To == connection.Target && t.From == connection.Source && t.Outcome == connection.Port);
        if (block >= 0)
        {
            // Late, but still an arrival: what has begun on the way to the join since then is not needed either.
            tokens[block] = tokens[block] with { Consumed = true };
            if (cancels) CancelLosers(step, graph, connection.Target, completed);
            return;
        }

        foreach (var other in graph.ForwardInbound(connection.Target).Where(c => c.Source != completed))
            tokens.Add(new Token(other.Source, other.Port, other.Target, Blocked: true));
        if (cancels) CancelLosers(step, graph, connection.Target, "");
        step.Schedule(target);
    }

    /// <summary>While the losers of a race go, the winner is not scheduled yet, so that having no work does not mean being done.</summary>
    private static void CancelLosers(ActivityContext step, FlowGraph graph, string target, string goesOn)
    {
        step.Remember(Racing, true);
        JoinModes.CancelAncestors(step, graph, target);
        step.Remember(Racing, null);
        if (step.Recall(Decided) is null) return;
        step.Remember(Decided, null);
        step.Instance.Tokens?.RemoveAll(t => t.IsLive && t.From != goesOn);
    }

    private static bool HoldsAll(List<Token> tokens, Connection[] inbound) =>
        inbound.Length <= 1 || inbound.All(c => tokens.Any(t => t.IsLive && t.From == c.Source && t.To == c.Target && t.Outcome == c.Port));

    private static MergeMode ModeOf(ActivityContext step, GraphNode target) => target.Behaviour is FlowJoin
        ? JoinModes.Of(step, target) == JoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge
        : ReadMergeMode(target) ?? MergeMode.Stream;

    private static bool IsBusy(ActivityContext step, List<Token> tokens) => HasWork(step) || tokens.Exists(t => t.IsLive) || HasFaultedChild(step);

    private static bool HasWork(ActivityContext step) =>
        step.Instance.Children.Exists(c => c.Status == ActivityStatus.Running) || step.Burst.Queue.HasWorkBelow(step.Instance);

    private static bool HasFaultedChild(ActivityContext step) => step.Instance.Children.Exists(c => c.Status == ActivityStatus.Faulted);

    private static IEnumerable<GraphNode> Waiting(ActivityContext step, List<Token> tokens) =>
        tokens.Where(t => t.IsLive).Select(t => t.To).Distinct().Select(id => step.Instance.Node.ChildById(id)).OfType<GraphNode>();

    private static string NameOf(ActivityContext step, string id) => step.Instance.Node.ChildById(id)?.Element.DisplayName ?? id;
}
