using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A mail that a plan orders: a template to whoever holds a role, or to a person.</summary>
internal static class PlanMail
{
    public static SendMail From(HostCall call)
    {
        var data = call.Payload as JsonObject ?? [];
        var to = ActorId.TryParse((string?)data["to"], out var receiver) ? receiver : default;
        return new SendMail(call.CallId, (string?)data["template"] ?? "plan-message", to, (JsonObject)(data["data"]?.DeepClone() ?? new JsonObject()));
    }
}
