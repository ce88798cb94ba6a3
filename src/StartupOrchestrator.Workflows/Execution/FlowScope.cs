using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Visit counts of a flowchart in counter mode. A join compares them; that is how it knows what has arrived.</summary>
public sealed class FlowScope
{
    private bool _shared;

    /// <summary>How often each activity ended or was skipped, by activity id.</summary>
    [JsonPropertyName("activities"), JsonInclude]
    public Dictionary<string, int> Activities { get; internal set; } = [];

    /// <summary>Visits of each connection by key: the count, negative when the last visit did not follow it.</summary>
    [JsonPropertyName("connections"), JsonInclude]
    public Dictionary<string, int> Connections { get; internal set; } = [];

    internal int VisitsOf(string activityId) => Activities.GetValueOrDefault(activityId);

    internal int VisitsOfConnection(string key) => Math.Abs(Connections.GetValueOrDefault(key));

    internal bool WasFollowed(string key) => Connections.GetValueOrDefault(key) > 0;

    internal void VisitActivity(string activityId)
    {
        Own();
        Activities[activityId] = VisitsOf(activityId) + 1;
    }

    internal void VisitConnection(string key, bool followed)
    {
        Own();
        var visits = VisitsOfConnection(key) + 1;
        Connections[key] = followed ? visits : -visits;
    }

    /// <summary>Keeps only what the predicate knows, and renames it; for migration.</summary>
    internal FlowScope Map(Func<string, string?> activity, Func<string, string?> connection) => new()
    {
        Activities = Renamed(Activities, activity),
        Connections = Renamed(Connections, connection),
    };

    /// <summary>A copy that shares the counts until one of the two is written.</summary>
    internal FlowScope Copy()
    {
        _shared = true;
        return new FlowScope { Activities = Activities, Connections = Connections, _shared = true };
    }

    private void Own()
    {
        if (!_shared) return;
        Activities = new(Activities);
        Connections = new(Connections);
        _shared = false;
    }

    private static Dictionary<string, int> Renamed(Dictionary<string, int> counts, Func<string, string?> map)
    {
        var result = new Dictionary<string, int>();
        foreach (var (key, count) in counts)
            if (map(key) is { } name) result[name] = count;
        return result;
    }
}
