using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Features.Webhooks;

/// <summary>Brings calls from outside to the definitions that start on them and the plans that wait for them.</summary>
public sealed class WebhookDesk(IActorRuntime runtime, IViewQueries views, IDeliveryStore deliveries, TimeProvider time)
{
    /// <summary>Whoever takes a call to this path.</summary>
    public async Task<IReadOnlyList<WebhookTaker>> FindAsync(string path, string method, string? correlation, CancellationToken cancellationToken)
    {
        var takers = new List<WebhookTaker>();
        var templates = new Dictionary<string, JsonObject>(StringComparer.Ordinal) { [path] = [] };
        var rows = await views.QueryAsync(new ViewQuery(ActorKind.Trigger, ViewScope.All) { Where = Watching, Limit = 5000 }, cancellationToken);
        foreach (var row in rows.Items)
        {
            foreach (var trigger in (row.Row.Doc["triggers"] as JsonArray ?? []).OfType<JsonObject>())
            {
                var kind = (string?)trigger["kind"];
                if (kind is not ("http" or "http-wait") || (string?)trigger["payload"]?["path"] is not { } template || RouteTemplates.Match(template, path) is not { } route)
                {
                    continue;
                }

                templates[template.Trim('/')] = route;
                if (kind == "http" && RouteTemplates.Accepts(trigger["payload"]!["methods"], method))
                {
                    takers.Add(new WebhookTaker(row.Id.Key, (int)row.Row.Doc["version"]!, (string)trigger["activity"]!, null, null, route, (bool?)trigger["payload"]!["authorize"] ?? false));
                }
            }
        }

        foreach (var (template, route) in templates)
        {
            var called = new PublishedEvent("", HttpWaits.Name(template), correlation, null, time.Now());
            foreach (var waiter in await deliveries.WaitersAsync(called, cancellationToken))
            {
                if (await WaitAsync(waiter, method, cancellationToken) is { } authorize)
                {
                    takers.Add(new WebhookTaker(null, 0, null, ActorId.Parse(waiter.Stream), waiter.Bookmark, route, authorize));
                }
            }
        }

        return takers;
    }

    /// <summary>Hands a call to a taker.</summary>
    /// <param name="taker">Who takes it.</param>
    /// <param name="id">Id of the call: the same call again takes effect once.</param>
    /// <param name="by">Who calls.</param>
    /// <param name="correlation">Correlation of a plan that begins.</param>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Ends waiting for the answer.</param>
    public Task<CommandResult> GiveAsync(WebhookTaker taker, string id, string by, string? correlation, JsonObject request, CancellationToken cancellationToken)
    {
        var payload = (JsonObject)request.DeepClone();
        payload["route"] = taker.Route.DeepClone();
        if (taker.Plan is { } plan)
        {
            return runtime.SendAsync(new Envelope(DerivedId.From(id, taker.Bookmark!), plan, new ResumePlan(taker.Bookmark!, payload), new Origin(by)), cancellationToken);
        }

        var started = new ActorId(ActorKind.Workflow, DerivedId.From("webhook", id, taker.Definition!, taker.Activity!));
        var start = new StartPlan(taker.Definition!, Scope.Organisation, Version: taker.Version, Correlation: correlation, Trigger: taker.Activity, TriggerPayload: payload);
        return runtime.SendAsync(new Envelope(id, started, start, new Origin(by)), cancellationToken);
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> Watching = new(StringComparer.Ordinal) { ["status"] = ["watching"] };

    private async Task<bool?> WaitAsync(WaitingBookmark waiter, string method, CancellationToken cancellationToken)
    {
        var state = (await runtime.ReadAsync(ActorId.Parse(waiter.Stream), cancellationToken))?.State as PlanState;
        return state?.Bookmarks.FirstOrDefault(b => (string?)b["id"] == waiter.Bookmark) is { } wait && RouteTemplates.Accepts(wait["payload"]?["methods"], method)
            ? (bool?)wait["payload"]?["authorize"] ?? false
            : null;
    }
}

/// <summary>Takes a call: a definition that starts on it, or a plan that waits for it.</summary>
/// <param name="Definition">Key of the definition; null for a plan.</param>
/// <param name="Version">Version of the definition.</param>
/// <param name="Activity">Where the definition begins.</param>
/// <param name="Plan">The plan that waits; null for a definition.</param>
/// <param name="Bookmark">Its wait.</param>
/// <param name="Route">Values of the parts in braces.</param>
/// <param name="Authorize">Only calls of people with an account.</param>
public sealed record WebhookTaker(string? Definition, int Version, string? Activity, ActorId? Plan, string? Bookmark, JsonObject Route, bool Authorize);
