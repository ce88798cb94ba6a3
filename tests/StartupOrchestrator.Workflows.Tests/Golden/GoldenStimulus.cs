using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Tests.Golden;

/// <summary>
/// The words of a stimuli file: <c>start [inputs]</c>, <c>trigger activity [payload]</c>, <c>resume n</c>,
/// <c>on activity[/wait] [payload]</c>, <c>retract n</c>, <c>retry</c>, <c>skip [outcome]</c>, <c>drop</c>, <c>cancel</c>,
/// <c>migrate file</c>. Which stimulus <c>on</c> is follows from the kind of the wait.
/// </summary>
internal static class GoldenStimulus
{
    public static Stimulus Parse(string line, InstanceState state) => line.Split(' ', 3) switch
    {
        ["start"] => new Start(new Dictionary<string, JsonNode?> { ["Site"] = 12 }),
        ["start", ..] => new Start(((JsonObject)JsonNode.Parse(line["start ".Length..])!).ToDictionary(p => p.Key, p => p.Value)),
        ["trigger", var activity, .. var payload] => new Start { TriggerActivityId = activity, TriggerPayload = Json(payload), CorrelationId = "c1", Name = "golden" },
        ["resume", var index] => new Resume(state.Bookmarks[int.Parse(index, null)].Id, "answer"),
        ["on", var wait, .. var payload] => On(Find(state, wait), wait, Json(payload)),
        ["retract", var bookmark] => new FactRetracted(bookmark, "typed wrong"),
        ["retry"] => new RetryStep(state.Blocked[0].Id),
        ["skip"] => new SkipStep(state.Blocked[0].Id),
        ["skip", var outcome] => new SkipStep(state.Blocked[0].Id, outcome),
        ["drop"] => new CancelStep(state.Blocked[0].Id),
        ["cancel"] => new Cancel("golden"),
        _ => throw new InvalidOperationException(line),
    };

    private static JsonNode? Json(string[] rest) => rest.Length == 0 ? null : JsonNode.Parse(rest[0]);

    private static Bookmark Find(InstanceState state, string wait)
    {
        var (activity, name) = wait.IndexOf('/', StringComparison.Ordinal) is > 0 and var cut ? (wait[..cut], wait[(cut + 1)..]) : (wait, null);
        return state.Bookmarks.FirstOrDefault(b => NodeOf(state, b).EndsWith(":" + activity, StringComparison.Ordinal) && (name is null || b.Name == name || b.Name.Split('|').Contains(name)))
            ?? throw new InvalidOperationException($"Nobody waits for {wait}, but: {string.Join("; ", state.Bookmarks.Select(b => $"{NodeOf(state, b)}/{b.Name}"))}; blocked: {string.Join("; ", state.Blocked.Select(b => b.Message))}");
    }

    private static string NodeOf(InstanceState state, Bookmark bookmark) => state.Activities.First(a => a.Id == bookmark.ActivityInstanceId).NodeId;

    /// <summary>A wait for any of several facts is told which came, with that fact's data.</summary>
    private static Stimulus On(Bookmark bookmark, string wait, JsonNode? payload) => bookmark.Kind switch
    {
        BookmarkKinds.Timer or BookmarkKinds.Retry => new TimerFired(bookmark.Id),
        BookmarkKinds.Child => new ChildEnded(
            bookmark.Name, Enum.Parse<InstanceSubStatus>((string)payload!["ended"]!), ((payload["outputs"] as JsonObject) ?? []).ToDictionary(p => p.Key, p => p.Value)),
        BookmarkKinds.Fact when ((string)bookmark.Payload!["fact"]!).Split('|') is { Length: > 1 } facts =>
            new FactHolds(bookmark.Id, new JsonObject { ["fact"] = facts.FirstOrDefault(f => wait.EndsWith("/" + f, StringComparison.Ordinal)) ?? facts[0], ["data"] = payload }),
        BookmarkKinds.Fact => new FactHolds(bookmark.Id, payload),
        _ => new Resume(bookmark.Id, payload),
    };
}
