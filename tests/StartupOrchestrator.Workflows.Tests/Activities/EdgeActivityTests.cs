using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Activities;

/// <summary>HTTP, mail and timers: what the host is asked for and what its answer makes of the way.</summary>
public sealed class EdgeActivityTests
{
    [Theory]
    [InlineData("{'statusCode':404}", "gone,after"), InlineData("{'statusCode':200}", "other,after"), InlineData("{'failure':'timeout'}", "late,after"), InlineData("{'failure':'no route'}", "unreached,after"), InlineData("null", "other,after")]
    public void Answer_to_a_request_runs_what_is_embedded_for_it(string answer, string printed)
    {
        var request = Activity("q", "Elsa.SendHttpRequest", ("url", Literal("https://example.org")), ("expectedStatusCodes", new JsonArray(new JsonObject { ["statusCode"] = 404, ["activity"] = Line("gone") })),
            ("unmatchedStatusCode", Line("other")), ("failedToConnect", Line("unreached")), ("timeout", Line("late")));

        Assert.Equal(printed, Answered(request, answer).Printed);
        Assert.Equal("after", Answered(Activity("q", "Elsa.SendHttpRequest", ("url", Literal("https://example.org"))), answer).Printed);
    }

    [Theory]
    [InlineData("{'statusCode':404}", "404,Done"), InlineData("{'statusCode':500}", "Unmatched status code,Done"), InlineData("{'failure':'timeout'}", "Timeout"), InlineData("{'failure':'no route'}", "Failed to connect")]
    public void Answer_to_a_request_of_a_flowchart_is_its_outcome(string answer, string outcomes)
    {
        string[] ports = ["404", "500", "Done", "Unmatched status code", "Timeout", "Failed to connect"];
        var request = Activity("q", "Elsa.FlowSendHttpRequest", ("url", Literal("https://example.org")), ("expectedStatusCodes", Input("Object", "[200,404]")));
        var steps = new Steps(Chart([request, .. ports.Select((p, i) => Line("l" + i, p))], [.. ports.Select((p, i) => $"q:{p} -> l{i}")])).Start();

        steps.Resume("q", JsonNode.Parse(answer.Replace('\'', '"')));

        Assert.Equal(outcomes.Split(',').Order(StringComparer.Ordinal), steps.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Address_that_the_installation_does_not_call_blocks_the_step_with_the_words_of_the_host()
    {
        var blocking = new StepContext(Steps.Noon) { IncidentStrategy = IncidentStrategy.ContinueWithIncidents };
        foreach (var type in (string[])["Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest"])
        {
            var steps = new Steps(Define(Sequence("s", Activity("q", type, ("url", Literal("https://example.org"))))), blocking).Start();
            steps.Resume("q", new JsonObject { ["failure"] = "refused", ["message"] = "Not on the list." });
            Assert.Equal("Not on the list. Retry this step when that is put right, or skip it.", Assert.Single(steps.State.Blocked).Message);
        }

        var silent = new Steps(Define(Sequence("s", Activity("q", "Elsa.SendHttpRequest", ("url", Literal("x"))))), blocking).Start();
        silent.Resume("q", new JsonObject { ["failure"] = "refused" });
        Assert.StartsWith("This installation does not call the address.", silent.State.Blocked[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'{\\u0022b\\u0022:2}'", "2 {\"b\":2} 201 y"), InlineData("{'b':3}", "3 {\"b\":3} 201 y"), InlineData("'plain'", "undefined plain 201 y")]
    public void Body_of_an_answer_is_parsed_where_it_is_JSON(string body, string printed)
    {
        var request = Activity("q", "Elsa.SendHttpRequest", ("url", Literal("https://example.org")));
        foreach (var (output, variable) in new[] { ("parsedContent", "v-p"), ("result", "v-o"), ("statusCode", "v-n"), ("responseHeaders", "v-h") })
            request[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };
        var definition = Define(Sequence("s", request, Script("w", "`${getP().b} ${typeof getO() === 'string' ? getO() : JSON.stringify(getO())} ${getN()} ${getH().x}`")), d =>
        {
            ((JsonArray)d["variables"]!).Add(Variable("v-p", "P", "Object", null));
            ((JsonArray)d["variables"]!).Add(Variable("v-h", "H", "Object", null));
        });

        var steps = new Steps(definition).Start();
        steps.Resume("q", new JsonObject { ["statusCode"] = 201, ["headers"] = new JsonObject { ["x"] = "y" }, ["body"] = JsonNode.Parse(body.Replace('\'', '"').Replace("\\u0022", "\\\"", StringComparison.Ordinal)) });

        Assert.Equal(printed, steps.Printed);
    }

    [Fact]
    public void Endpoint_waits_for_GET_unless_methods_are_given_and_takes_a_trigger_as_its_request()
    {
        var plain = new Steps(Define(Sequence("s", Activity("h", "Elsa.HttpEndpoint", ("path", Literal("sites")))))).Start();
        Assert.Equal("{\"path\":\"sites\",\"methods\":[\"GET\"],\"authorize\":false}", plain.State.Bookmarks.Single().Payload!.ToJsonString());

        var endpoint = Activity("h", "Elsa.HttpEndpoint", ("path", Literal("sites")), ("supportedMethods", Input("Object", "[\"POST\"]")), ("authorize", Literal("true", "Boolean"))).With("canStartWorkflow", true);
        foreach (var name in (string[])["parsedContent", "routeData", "queryStringData", "headers"])
            endpoint[name] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = name } };
        var started = new Steps(Chart([endpoint]));
        started.Take(new Start { TriggerActivityId = "h", TriggerPayload = JsonNode.Parse("{\"body\":1,\"route\":2,\"query\":3,\"headers\":4}") });

        Assert.Equal([("parsedContent", 1), ("routeData", 2), ("queryStringData", 3), ("headers", 4)], started.State.Output.Select(o => (o.Key, (int)o.Value!)));
        Assert.Contains("[\"POST\"],\"authorize\":true", new Steps(Chart([(JsonObject)endpoint.DeepClone()])).Start().State.Bookmarks.Single().Payload!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_is_awaited_only_where_its_failure_has_an_activity_and_carries_no_attachments()
    {
        JsonObject Mail(params (string, JsonNode?)[] more) => Activity("m", "Elsa.SendEmail", [("to", Input("Object", "[\"PI\"]")), ("subject", Literal("Site 12")), .. more]);
        var plain = new Steps(Define(Sequence("s", Mail(), Line("after")))).Start();
        Assert.Equal(("after", null, "{\"to\":[\"PI\"],\"cc\":null,\"bcc\":null,\"subject\":\"Site 12\",\"body\":null}"), (plain.Printed, plain.Effects.OfType<HostCall>().Single().BookmarkId, plain.Effects.OfType<HostCall>().Single().Payload.ToJsonString()));

        Assert.Equal("unsent,after", Resumed("{\"failure\":\"no route\"}"));
        Assert.Equal("after", Resumed("{}"));
        Assert.Contains("no attachments", new Steps(Define(Sequence("s", Mail(("attachments", Literal("a.pdf")))))).Start().State.Fault, StringComparison.Ordinal);

        string Resumed(string answer)
        {
            var steps = new Steps(Define(Sequence("s", Mail(("error", Line("unsent"))), Line("after")))).Start();
            Assert.Equal("", steps.Printed);
            return steps.Resume("m", JsonNode.Parse(answer)).Printed;
        }
    }

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "-01:00:00", 0), InlineData("Elsa.Delay", "timeSpan", "00:00:00", 0), InlineData("Elsa.Delay", "timeSpan", null, 60), InlineData("Elsa.Timer", "interval", null, 60)]
    [InlineData("Elsa.Timer", "interval", "00:00:05", 5), InlineData("Elsa.Delay", "timeSpan", "900000.00:00:00", 36_500L * 86_400)]
    public void Wait_is_never_negative_and_never_longer_than_a_century(string type, string input, string? span, long seconds)
    {
        var steps = new Steps(Define(Sequence("s", span is null ? Activity("d", type) : Activity("d", type, (input, Literal(span, "TimeSpan")))))).Start();

        Assert.Equal(Steps.Noon + Duration.FromSeconds(seconds), steps.Effects.OfType<StartTimer>().Single().DueInstant);
    }

    [Theory]
    [InlineData("2026-03-12T11:59:59Z", true), InlineData("2026-03-12T12:00:00Z", true), InlineData("2026-03-12T12:00:01Z", false)]
    public void Point_in_time_that_is_past_is_no_wait(string time, bool goesOn) =>
        Assert.Equal(goesOn, new Steps(Define(Sequence("s", Activity("a", "Elsa.StartAt", ("dateTime", Literal(time, "DateTimeOffset")))))).Start().State.IsFinished);

    [Theory]
    [InlineData("Elsa.StartAt", "dateTime", "", "missing or is no ISO 8601 date"), InlineData("Elsa.Cron", "cronExpression", "61 * * * * *", "cannot be read"), InlineData("Elsa.Cron", "cronExpression", "0 0 0 31 2 *", "never comes again")]
    public void Time_that_is_none_is_a_fault_that_says_so(string type, string input, string value, string words) =>
        Assert.Contains(words, new Steps(Define(Sequence("s", Activity("a", type, (input, Literal(value)))))).Start().State.Fault, StringComparison.Ordinal);

    private static Steps Answered(JsonObject request, string answer)
    {
        var steps = new Steps(Define(Sequence("s", (JsonObject)request.DeepClone(), Line("after")))).Start();
        return steps.Resume("q", JsonNode.Parse(answer.Replace('\'', '"')));
    }
}
