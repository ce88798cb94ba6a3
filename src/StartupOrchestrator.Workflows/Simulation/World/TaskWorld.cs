using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>Tasks: answered by the person of their role, unless the act happens on what they are about.</summary>
internal static class TaskWorld
{
    private static readonly string[] OnTheThingItself =
    [
        "document-packet", "document-return", "document-review", "document-second-review", "submission-submit", "rfi-answer",
        "contract-round", "budget-round", "contract-answer", "budget-answer", "contract-exception", "budget-exception", "contract-signature",
    ];

    public static IEnumerable<WorldAct> Next(World world, WorldItem item)
    {
        var code = item.Row.Code ?? "";
        if (item.Row.Status is not ("open" or "in-progress" or "waiting") || OnTheThingItself.Contains(code))
        {
            return [];
        }

        return code.StartsWith("gate-", StringComparison.Ordinal) ? [Gate(world, item, code)] : [Answer(world, item, code)];
    }

    private static WorldAct Answer(World world, WorldItem item, string code)
    {
        var state = $"open.{item.Number("reopened")}";
        string[] outcomes = [.. item.List("outcomes").Select(o => (string?)o["code"]).OfType<string>()];
        var outcome = outcomes.Length == 0 ? null : world.Choose(code, item, World.Key(item, state), outcomes);
        var fields = (item.Row.Doc["form"]?["fields"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var act = world.Act(item, state, code, item.Text("role") ?? "SUS", hands => new CompleteTask(outcome, Answers(fields, outcome, hands.Today)));
        return act with
        {
            OnTaskPage = item.Row.Doc["onTaskPage"] is JsonValue page && page.TryGetValue<bool>(out var byLink) && byLink,
            NotBefore = code == "visit-confirm" ? item.Row.Due : null,
        };
    }

    private static WorldAct Gate(World world, WorldItem item, string code)
    {
        var site = ActorId.Parse($"site/{item.Row.Site}");
        var gate = code.EndsWith("ip-release", StringComparison.Ordinal) ? Domain.Gates.Gate.IpRelease : Domain.Gates.Gate.Activation;
        var requests = code.StartsWith("gate-request", StringComparison.Ordinal);
        return world.Act(item, "open", requests ? "gate-request" : "gate-decide", item.Text("role") ?? "SUS", _ => requests ? new RequestGate(gate) : new ApproveGate(gate), site);
    }

    private static ImmutableSortedDictionary<string, Answer>? Answers(List<JsonObject> fields, string? outcome, LocalDate today)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, Answer>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var name = (string?)field["name"] ?? "";
            var wanted = (bool?)field["required"] == true || name == "date" || (name == "reason" && outcome is "NotInterested" or "NotSelected");
            if (wanted && Value(field, today) is { } answer)
            {
                answers[name] = answer;
            }
        }

        return answers.Count == 0 ? null : answers.ToImmutable();
    }

    private static Answer? Value(JsonObject field, LocalDate today) => (string?)field["kind"] switch
    {
        "choice" => (field["options"] as JsonArray)?.FirstOrDefault()?["value"] is { } option ? new Answer(Choices: [(string)option!]) : null,
        "yesNo" or "yes-no" => new Answer(Yes: true),
        "number" => new Answer(Number: (decimal?)field["min"] is { } min && min > 10 ? min : 10),
        "date" => new Answer(Date: Later(field, today)),
        _ => null,
    };

    private static LocalDate Later(JsonObject field, LocalDate today)
    {
        var day = today.PlusDays(7);
        var earliest = LocalDatePattern.Iso.Parse((string?)field["minDate"] ?? "");
        day = earliest.Success ? LocalDate.Max(day, earliest.Value) : day;
        return day.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => day.PlusDays(2),
            IsoDayOfWeek.Sunday => day.PlusDays(1),
            _ => day,
        };
    }
}
