using System.Net;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.Http;

/// <summary>Waits for an HTTP request, or starts a workflow when one comes.</summary>
[Activity("Elsa.HttpEndpoint", 1, "HTTP", "Wait for an inbound HTTP request that matches the specified path and methods.", Label = "HTTP endpoint", IsTrigger = true)]
[Input("path", "String", Required = true, Description = "The path to associate with the workflow.")]
[Input("supportedMethods", "ICollection<String>", Editor = "checklist", Options = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"], Description = "The HTTP methods to accept; GET when none are given.")]
[Input("authorize", "Boolean", Editor = "checkbox", Description = "Allow authenticated requests only.")]
[Input("policy", "String", Description = "Name of the authorisation policy.")]
[Input("requestTimeout", "TimeSpan", Description = "How long a request may take.")]
[Input("requestSizeLimit", "Int64", Description = "Largest request, in bytes.")]
[Output("Result", "Object", "The request.")]
[Output("ParsedContent", "Object", "The body, parsed.")]
[Output("RouteData", "ObjectDictionary"), Output("QueryStringData", "ObjectDictionary"), Output("Headers", "ObjectDictionary")]
public sealed class HttpEndpoint : Activity
{
    private static readonly (string Output, string Member)[] Parts =
        [("ParsedContent", "body"), ("RouteData", "route"), ("QueryStringData", "query"), ("Headers", "headers")];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.IsTrigger)
        {
            Accept(step, step.TriggerPayload);
            return;
        }

        var methods = step.List("supportedMethods");
        step.Waits.For(BookmarkKinds.Http, new JsonObject
        {
            ["path"] = step.Text("path"),
            ["methods"] = methods.Count == 0 ? new JsonArray("GET") : new JsonArray([.. methods.Select(m => m?.DeepClone())]),
            ["authorize"] = step.Flag("authorize"),
        });
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityContext step, Resumption resumption) => Accept(step, resumption.Payload);

    private static void Accept(ActivityContext step, JsonNode? request)
    {
        step.SetOutput("Result", request);
        foreach (var (output, member) in Parts) step.SetOutput(output, (request as JsonObject)?[member]);
        step.Complete();
    }
}

/// <summary>Answers the HTTP request that the instance serves.</summary>
[Activity("Elsa.WriteHttpResponse", 1, "HTTP", "Write a response to the current HTTP response object.", Label = "HTTP response")]
[Input("statusCode", "Object", Default = 200, Description = "The status code to write: a number, or a name as NotFound.")]
[Input("content", "Object", Editor = "multi-line", Description = "The content to write.")]
[Input("contentType", "String", Description = "The content type to write.")]
[Input("responseHeaders", "ObjectDictionary", Description = "The headers to send.")]
public sealed class WriteHttpResponse : Activity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        step.Effects.Call("http-response", new JsonObject
        {
            ["statusCode"] = Code(step.Input("statusCode")),
            ["content"] = step.Input("content")?.DeepClone(),
            ["contentType"] = step.Text("contentType"),
            ["headers"] = step.Input("responseHeaders")?.DeepClone(),
        });
        step.Complete();
    }
    private static int Code(JsonNode? value) =>
        Values.Number(value) is { } number ? (int)number
        : Values.Text(value) is not { Length: > 0 } name ? 200
        : Enum.TryParse<HttpStatusCode>(name, ignoreCase: true, out var code) ? (int)code
        : throw new ActivityFaultException($"'{name}' is no HTTP status code");
}
