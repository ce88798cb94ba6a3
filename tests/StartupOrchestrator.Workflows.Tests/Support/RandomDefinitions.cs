using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Workflows.Tests.Support;

/// <summary>Makes definitions by chance: any shape that can be drawn, most of it sensible, some of it not.</summary>
internal sealed class RandomDefinitions(int seed)
{
    private readonly Random _random = new(seed);
    private int _next;

    public bool HasLoop { get; private set; }

    public WorkflowDefinition Make()
    {
        HasLoop = _random.Next(3) == 0;
        return Flow.Define(Chart(_random.Next(3, 14), depth: 0, HasLoop), id: "random");
    }

    private JsonObject Chart(int size, int depth, bool loop)
    {
        var activities = new List<JsonObject> { Flow.Line(Id()) };
        var connections = new List<string>();
        for (var i = 1; i < size; i++)
        {
            var activity = Activity(depth);
            var id = (string)activity["id"]!;
            foreach (var source in activities.OrderBy(_ => _random.Next()).Take(1 + _random.Next(3)).ToList())
            {
                connections.Add($"{(string)source["id"]!}:{PortOf(source)} -> {id}");
            }

            activities.Add(activity);
        }

        if (loop)
        {
            var counter = Flow.Set(Id(), "getN() + 1");
            var decision = Flow.Decision(Id(), "getN() < 4");
            connections.Add($"{(string)activities[^1]["id"]!}:{PortOf(activities[^1])} -> {(string)counter["id"]!}");
            connections.Add($"{(string)counter["id"]!} -> {(string)decision["id"]!}");
            connections.Add($"{(string)decision["id"]!}:True -> {(string)activities[_random.Next(activities.Count)]["id"]!}");
            activities.AddRange([counter, decision]);
        }

        return Flow.Flowchart(Id(), [.. activities], [.. connections.Distinct()]);
    }

    private JsonObject Activity(int depth)
    {
        var id = Id();
        return _random.Next(depth > 1 ? 12 : 18) switch
        {
            0 or 1 => Flow.Line(id),
            2 => Flow.Script(id, "`" + id + ":${getN()}`"),
            3 => Flow.Decision(id, Pick("true", "false", "getN() > 0", "getS() === 'q'")),
            4 => Flow.Join(id, Pick("WaitAny", "WaitAll", "WaitAllActive")),
            5 => Flow.Event(id),
            6 => Flow.Activity(id, "Elsa.Delay", ("timeSpan", Flow.Literal("00:00:05"))),
            7 => Flow.Set(id, "getN() + 1"),
            8 => Flow.Activity(id, "Elsa.FlowFork", ("branches", Flow.Input("Object", "[\"b0\",\"b1\"]"))),
            9 => _random.Next(4) == 0 ? Flow.Activity(id, Pick("Elsa.End", "Elsa.Finish", "Elsa.Complete")) : Flow.Line(id),
            10 => _random.Next(5) == 0 ? Flow.Fault(id) : Flow.Activity(id, "Elsa.RunTask", ("taskName", Flow.Literal("t"))),
            11 => Flow.Activity(id, "Elsa.PublishEvent", ("eventName", Flow.Literal("a" + _random.Next(20)))),
            12 => Flow.Sequence(id, Activity(depth + 1), Activity(depth + 1)),
            13 => Flow.Activity(id, "Elsa.If", ("condition", Flow.Js(Pick("getN() > 1", "true"))), ("then", Activity(depth + 1)), ("else", _random.Next(2) == 0 ? null : Activity(depth + 1))),
            14 => Flow.Activity(id, "Elsa.ParallelForEach", ("items", Flow.Js("[1,2,3]")), ("body", Activity(depth + 1))),
            15 => Flow.Activity(id, "Elsa.ForEach", ("items", Flow.Js("[1,2]")), ("body", Flow.Sequence(Id(), Activity(depth + 1), _random.Next(4) == 0 ? Flow.Activity(Id(), "Elsa.Break") : Flow.Line(Id())))),
            16 => new JsonObject { ["id"] = id, ["type"] = "Elsa.Fork", ["version"] = 1, ["joinMode"] = Pick("WaitAll", "WaitAny"), ["branches"] = new JsonArray(Activity(depth + 1), Activity(depth + 1)) },
            _ => Chart(_random.Next(1, 5), depth + 1, loop: false),
        };
    }

    private string PortOf(JsonObject activity) => (string)activity["type"]! switch
    {
        "Elsa.FlowDecision" => Pick("True", "False"),
        "Elsa.FlowFork" => Pick("b0", "b1"),
        _ => "Done",
    };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Id() => "a" + _next++;
}
