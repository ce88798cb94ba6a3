using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Http;

/// <summary>Sends an HTTP request and runs the activity that is embedded for its status code.</summary>
[Activity("Elsa.SendHttpRequest", 1, "HTTP", "Send an HTTP request.", Label = "HTTP request", Ports = ["unmatchedStatusCode", "failedToConnect", "timeout"])]
[Input("url", "String", Required = true, Description = "The URL to send the request to.")]
[Input("method", "String", Default = "GET", Editor = "dropdown", Options = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"], Description = "The HTTP method to use.")]
[Input("content", "Object", Editor = "multi-line", Description = "The content to send.")]
[Input("contentType", "String", Description = "The content type of the content.")]
[Input("authorization", "String", Sensitive = true, Description = "The Authorization header value to send.")]
[Input("requestHeaders", "ObjectDictionary", Sensitive = true, Description = "The headers to send.")]
[Input("expectedStatusCodes", "ICollection<Object>", Raw = true, Editor = "http-status-codes", Description = "Status codes with the activity to run for each.")]
[Output("Result", "Object", "The body."), Output("StatusCode", "Int32"), Output("ParsedContent", "Object", "The body, parsed."), Output("ResponseHeaders", "ObjectDictionary")]
public sealed class SendHttpRequest : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => HttpCalls.Send(step);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption)
    {
        if (HttpCalls.IsRefused(step, resumption.Payload)) return;
        var answer = HttpCalls.Read(step, resumption.Payload);
        var port = answer.Failure switch
        {
            "timeout" => "timeout",
            not null => "failedToConnect",
            null => Case(step, answer.StatusCode) ?? "unmatchedStatusCode",
        };
        if (step.Instance.Node.Child(port) is { } next) step.Schedule(next);
        else step.Complete();
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child) => step.Complete();

    private static string? Case(ActivityContext step, int status)
    {
        var cases = step.Element.Raw("expectedStatusCodes").Elements() ?? [];
        for (var i = 0; i < cases.Count; i++)
            if (cases[i].Number("statusCode") == status) return string.Create(CultureInfo.InvariantCulture, $"expectedStatusCodes[{i}].activity");
        return null;
    }
}

/// <summary>Sends an HTTP request; its status code is the outcome.</summary>
[Activity("Elsa.FlowSendHttpRequest", 1, "HTTP", "Send an HTTP request.", Label = "HTTP request (flow)")]
[Input("url", "String", Required = true, Description = "The URL to send the request to.")]
[Input("method", "String", Default = "GET", Editor = "dropdown", Options = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"], Description = "The HTTP method to use.")]
[Input("content", "Object", Editor = "multi-line", Description = "The content to send.")]
[Input("contentType", "String", Description = "The content type of the content.")]
[Input("authorization", "String", Sensitive = true, Description = "The Authorization header value to send.")]
[Input("requestHeaders", "ObjectDictionary", Sensitive = true, Description = "The headers to send.")]
[Input("expectedStatusCodes", "ICollection<Int32>", Editor = "dynamic-outcomes", Description = "Status codes that are outcomes.")]
[Output("Result", "Object", "The body."), Output("StatusCode", "Int32"), Output("ParsedContent", "Object", "The body, parsed."), Output("ResponseHeaders", "ObjectDictionary")]
[Outcome("Done"), Outcome("Unmatched status code"), Outcome("Failed to connect"), Outcome("Timeout")]
public sealed class FlowSendHttpRequest : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => HttpCalls.Send(step);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption)
    {
        if (HttpCalls.IsRefused(step, resumption.Payload)) return;
        var answer = HttpCalls.Read(step, resumption.Payload);
        switch (answer.Failure)
        {
            case null when step.List("expectedStatusCodes").Any(c => Values.Number(c) == answer.StatusCode):
                step.Complete(answer.StatusCode.ToString(CultureInfo.InvariantCulture), "Done");
                break;
            case null:
                step.Complete("Unmatched status code", "Done");
                break;
            case "timeout":
                step.Complete("Timeout");
                break;
            default:
                step.Complete("Failed to connect");
                break;
        }
    }
}

internal static class HttpCalls
{
    public static void Send(ActivityContext step) => step.Effects.Call("http-request", new JsonObject
    {
        ["url"] = step.Text("url"),
        ["method"] = step.Text("method"),
        ["content"] = step.Input("content")?.DeepClone(),
        ["contentType"] = step.Text("contentType"),
        ["authorization"] = step.Text("authorization"),
        ["headers"] = step.Input("requestHeaders")?.DeepClone(),
    }, awaitAnswer: "response");

    /// <summary>The host does not call this address: no outcome of the call, but something to be put right. The step is blocked.</summary>
    public static bool IsRefused(ActivityContext step, JsonNode? answer)
    {
        if (answer.Text("failure") != "refused") return false;
        step.Block((answer.Text("message") ?? "This installation does not call the address.") + " Retry this step when that is put right, or skip it.");
        return true;
    }

    /// <summary>Reads the host's answer <c>{ statusCode, body, headers, failure }</c>; no answer at all counts as 200.</summary>
    public static (int StatusCode, string? Failure) Read(ActivityContext step, JsonNode? answer)
    {
        var status = answer.Number("statusCode") ?? 200;
        var body = (answer as JsonObject)?["body"];
        step.SetOutput("Result", body);
        step.SetOutput("ParsedContent", body.AsText() is { } text ? Values.TryParse(text) ?? body : body);
        step.SetOutput("StatusCode", status);
        step.SetOutput("ResponseHeaders", (answer as JsonObject)?["headers"]);
        return (status, answer.Text("failure"));
    }
}
