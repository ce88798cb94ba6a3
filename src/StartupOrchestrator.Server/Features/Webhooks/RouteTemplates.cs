using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace StartupOrchestrator.Server.Features.Webhooks;

/// <summary>Paths of HttpEndpoint activities: fixed, or with parts in braces.</summary>
internal static class RouteTemplates
{
    /// <summary>The values of the parts in braces; null when the path is another.</summary>
    public static JsonObject? Match(string template, string path)
    {
        try
        {
            var values = new RouteValueDictionary();
            var matcher = new TemplateMatcher(TemplateParser.Parse(template.TrimStart('/')), []);
            return matcher.TryMatch("/" + path.Trim('/'), values) ? new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value?.ToString()))) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a list of methods names one.</summary>
    public static bool Accepts(JsonNode? methods, string method) => methods switch
    {
        JsonArray list => list.Any(m => string.Equals((string?)m, method, StringComparison.OrdinalIgnoreCase)),
        null => HttpMethods.IsGet(method),
        _ => string.Equals(methods.ToString(), method, StringComparison.OrdinalIgnoreCase),
    };
}
