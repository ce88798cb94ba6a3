using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>
/// The row of a plan: where it stands, whom it waits on, and which steps are blocked and why. It follows from the state
/// alone, so that verifying and rebuilding need no definition; pages look the names of steps up in it.
/// </summary>
internal static class PlanView
{
    private const int Longest = 50;

    public static ViewRow Of(PlanState plan)
    {
        var waits = plan.Bookmarks.Where(b => b["wait"] is JsonObject).ToList();
        var blocked = plan.Blocked.Take(Longest).Select(b => (JsonNode?)new JsonObject
        {
            ["id"] = (string?)b["id"], ["activity"] = (string?)b["activity"], ["name"] = (string?)b["name"], ["cause"] = (string?)b["cause"],
            ["message"] = (string?)b["message"], ["since"] = (string?)b["since"],
        }).ToArray();
        var steps = Activities(plan).Where(a => a["parent"] is not null && !IsContainer(plan, a)).Take(Longest)
            .Select(a => (JsonNode?)Step(a, waits)).ToArray();
        var doc = new JsonObject
        {
            ["definition"] = plan.Definition, ["version"] = plan.Version, ["parent"] = plan.Parent?.ToString(), ["outcome"] = plan.Outcome,
            ["steps"] = new JsonArray(steps), ["blocked"] = new JsonArray(blocked),
        };
        if (Tasks(plan) is { Length: > 0 } tasks)
        {
            doc["tasks"] = new JsonArray(tasks);
        }

        return new ViewRow
        {
            Type = plan.Definition,
            Status = plan.Status,
            Sponsor = plan.Scope.Sponsor,
            Study = plan.Scope.Study,
            Country = plan.Scope.Country,
            Site = plan.Scope.Site,
            Code = plan.Definition,
            Title = plan.Title ?? plan.Definition,
            Due = waits.Select(w => Date(w["wait"]?["due"])).Min(),
            WaitingOn = plan.IsOver ? null : blocked.Length > 0 ? Party.Us : WaitingOn(waits),
            Doc = doc,
        };
    }

    /// <summary>What other systems are asked to do and to report as done.</summary>
    private static JsonNode?[] Tasks(PlanState plan) => [.. plan.Bookmarks.Where(b => (string?)b["kind"] == BookmarkKinds.Task).Take(Longest).Select(b => (JsonNode?)new JsonObject
    {
        ["task"] = (string?)b["payload"]?["taskId"], ["name"] = (string?)b["payload"]?["taskName"],
    })];

    private static IEnumerable<JsonObject> Activities(PlanState plan) => (plan.Instance?["activities"] as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsContainer(PlanState plan, JsonObject activity) => Activities(plan).Any(a => (string?)a["parent"] == (string?)activity["id"]);

    private static JsonObject Step(JsonObject activity, IEnumerable<JsonObject> waits)
    {
        var node = (string?)activity["node"] ?? "";
        var wait = waits.FirstOrDefault(w => (string?)w["activity"] == (string?)activity["id"]);
        var step = new JsonObject { ["activity"] = node[(node.LastIndexOf(':') + 1)..] };
        if (wait is not null)
        {
            step["who"] = (string?)wait["wait"]!["who"];
            step["what"] = (string?)wait["wait"]!["what"];
            step["due"] = (string?)wait["wait"]!["due"];
            step["actor"] = (string?)wait["payload"]?["actor"];
        }

        return step;
    }

    /// <summary>The side outside us that holds the plan up most, else us; a plan that only waits for other plans waits on them.</summary>
    private static string WaitingOn(IEnumerable<JsonObject> waits)
    {
        var sides = waits.Select(w => (string?)w["wait"]!["who"]).Where(w => w is not null and not "plan")
            .Select(w => Party.All.Contains(w!) ? w : Party.OfRole(w)).ToHashSet();
        return new[] { Party.Site, Party.Authority, Party.Ethics, Party.Sponsor, Party.Us }.FirstOrDefault(sides.Contains) ?? "plan";
    }

    private static LocalDate? Date(JsonNode? text) =>
        LocalDatePattern.Iso.Parse((string?)text ?? "") is { Success: true } date ? date.Value : null;
}
