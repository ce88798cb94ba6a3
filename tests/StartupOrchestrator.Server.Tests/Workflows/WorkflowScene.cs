using System.Net;
using System.Text.Json.Nodes;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Workflows;

/// <summary>A server, its administrator, and short ways to publish and run definitions through the API.</summary>
internal sealed class WorkflowScene : IAsyncDisposable
{
    private WorkflowScene(TestServer server, Browser admin) => (Server, Admin) = (server, admin);

    public TestServer Server { get; }

    public Browser Admin { get; }

    public static async Task<WorkflowScene> StartAsync(params string[] settings) => await StartAsync(o => o, settings);

    public static async Task<WorkflowScene> StartAsync(Func<ProductOptions, ProductOptions> change, params string[] settings)
    {
        var server = await TestServer.StartAsync(o => change(o with { HostArguments = [.. o.HostArguments, .. settings] }));
        return new WorkflowScene(server, await server.AdminAsync());
    }

    /// <summary>Brings a definition in and publishes it.</summary>
    public async Task<string> PublishAsync(JsonObject definition)
    {
        using var answer = await Admin.PostAsync("/api/v1/definitions/import", new { content = definition, publish = true, note = "Test" });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (string)(await answer.JsonAsync())["key"]!;
    }

    /// <summary>Starts a plan; its key.</summary>
    public async Task<string> RunAsync(string definition, object? request = null)
    {
        using var answer = await Admin.PostAsync($"/api/v1/definitions/{definition}/run", request ?? new { });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (string)(await answer.JsonAsync())["key"]!;
    }

    public async Task<JsonNode> PlanAsync(string plan) => (await Admin.GetJsonAsync($"/api/v1/plans/{plan}"))["record"]!;

    public async Task<string> StatusAsync(string plan) => (string)(await PlanAsync(plan))["status"]!;

    /// <summary>All lines that a plan printed.</summary>
    public async Task<string> LinesAsync(string plan) =>
        string.Join(",", (await StepsAsync(plan)).SelectMany(s => s!["lines"]!.AsArray()).Select(l => (string)l!));

    public async Task<JsonArray> StepsAsync(string plan) => (await Admin.GetJsonAsync($"/api/v1/plans/{plan}/steps"))["items"]!.AsArray();

    /// <summary>Waits, in real time, until something holds; background deliveries have no other end that a test could see.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Not within 10 s: {what}");
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Short ways to write definitions.</summary>
internal static class Draw
{
    public static JsonObject Definition(string id, JsonObject root, params JsonObject[] variables) => new()
    {
        ["id"] = id + "-1", ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["toolVersion"] = "3.6.0.0",
        ["variables"] = new JsonArray([.. variables]), ["root"] = root,
    };

    public static JsonObject Variable(string name, string type = "Object") =>
        new() { ["id"] = "v-" + name, ["name"] = name, ["typeName"] = type, ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" };

    public static JsonObject Sequence(params JsonObject[] activities) => new() { ["id"] = "seq", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) };

    public static JsonObject Flow(JsonObject[] activities, params (string From, string To)[] connections) => new()
    {
        ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. connections.Select(c => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = c.From.Split(':')[0], ["port"] = c.From.Contains(':', StringComparison.Ordinal) ? c.From.Split(':')[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = c.To, ["port"] = "In" },
        })]),
    };

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject() };
        foreach (var (name, value) in members)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static JsonObject Line(string id, string script) => Activity(id, "Elsa.WriteLine", ("text", Js(script)));

    public static JsonObject Event(string id) => Activity(id, "Elsa.Event", ("eventName", Literal(id)));

    public static JsonObject Starts(this JsonObject activity)
    {
        activity["customProperties"]!["canStartWorkflow"] = true;
        return activity;
    }

    public static JsonObject Bound(this JsonObject activity, string output, string variable)
    {
        activity[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-" + variable } };
        return activity;
    }

    public static JsonObject Literal(JsonNode? value, string type = "String") => Input("Literal", value, type);

    public static JsonObject Js(string script) => Input("JavaScript", script, "Object");

    private static JsonObject Input(string kind, JsonNode? value, string type) => new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value } };
}
