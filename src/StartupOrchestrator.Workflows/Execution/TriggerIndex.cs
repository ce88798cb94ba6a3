using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Activities.Events;
using StartupOrchestrator.Workflows.Activities.Http;
using StartupOrchestrator.Workflows.Activities.Time;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>A way in which a published definition starts by itself.</summary>
/// <param name="ActivityId">Activity to start at; goes into <see cref="Start.TriggerActivityId"/>.</param>
/// <param name="Kind"><c>event</c>, <c>http</c>, <c>interval</c>, <c>cron</c>, <c>at</c>, or the type of another trigger.</param>
/// <param name="Payload">What the host must watch for: <c>eventName</c>, <c>path</c> and <c>methods</c>, <c>seconds</c>, <c>cron</c>, <c>at</c>.</param>
public sealed record Trigger(string ActivityId, string Kind, JsonObject Payload);

/// <summary>Finds the triggers of a definition, for the host to index when it publishes.</summary>
public static class TriggerIndex
{
    /// <summary>All activities marked as able to start the workflow. Their inputs are known only when they are constants; others are left out.</summary>
    public static IReadOnlyList<Trigger> Of(WorkflowGraph graph) =>
        [.. graph.Nodes.Where(n => n.Element.CanStartWorkflow && n.Descriptor.Declaration.IsTrigger && n.Definition == graph.Definition).Select(Describe).OfType<Trigger>()];

    /// <summary>Requests for which instances of a definition can wait on their way, with the path where it is a constant: for the host to know the templates.</summary>
    public static IReadOnlyList<Trigger> RequestsAwaited(WorkflowGraph graph) =>
        [.. graph.Nodes.Where(n => n.Behaviour is HttpEndpoint).Select(Describe).OfType<Trigger>().Select(t => t with { Kind = HttpWait }).DistinctBy(t => (string?)t.Payload["path"])];

    /// <summary>Kind of <see cref="RequestsAwaited"/>.</summary>
    public const string HttpWait = "http-wait";

    /// <summary>When a timed trigger fires next after a point in time; null for triggers that are not timed or never fire again.</summary>
    public static Instant? NextFiring(Trigger trigger, Instant after) => trigger.Kind switch
    {
        "interval" => after + Duration.FromSeconds((double)trigger.Payload["seconds"]!),
        "cron" => CronExpression.TryParse((string)trigger.Payload["cron"]!, out var cron, out _) ? cron.Next(after) : null,
        "at" => Values.Instant(trigger.Payload["at"]) is { } at && at > after ? at : null,
        _ => null,
    };

    private static Trigger? Describe(GraphNode node)
    {
        JsonNode? Constant(string input)
        {
            for (var i = 0; i < node.Inputs.Length; i++)
                if (node.Descriptor.Inputs[i].Name == input && node.Inputs[i].IsConstant) return node.Inputs[i].Value?.DeepClone();
            return null;
        }

        return node.Behaviour switch
        {
            Event => Constant("eventName") is { } name ? Make("event", ("eventName", name)) : null,
            HttpEndpoint => Constant("path") is { } path ? Make("http", ("path", path), ("methods", Constant("supportedMethods") is JsonArray { Count: > 0 } methods ? methods : new JsonArray("GET")), ("authorize", Constant("authorize"))) : null,
            Activities.Time.Timer => Values.Duration(Constant("interval")) is { } interval ? Make("interval", ("seconds", interval.TotalSeconds)) : null,
            Cron => Constant("cronExpression") is { } cron ? Make("cron", ("cron", cron)) : null,
            StartAt => Constant("dateTime") is { } at ? Make("at", ("at", at)) : null,
            _ => Make(node.Descriptor.Type),
        };

        Trigger Make(string kind, params (string Name, JsonNode? Value)[] payload)
        {
            var members = new JsonObject();
            foreach (var (name, value) in payload) members[name] = value;
            return new Trigger(node.Element.Id, kind, members);
        }
    }
}
