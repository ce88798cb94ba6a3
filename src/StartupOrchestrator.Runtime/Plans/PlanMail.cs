using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Mails and calendar entries that a plan orders, addressed to whoever holds a role at a site, country or study.</summary>
internal static class PlanMail
{
    public static SendMail From(HostCall call)
    {
        var data = call.Payload as JsonObject ?? [];
        var to = ActorId.TryParse((string?)data["to"], out var receiver) ? receiver : default;
        return new SendMail(call.CallId, (string?)data["template"] ?? "plan-message", to, (JsonObject)(data["data"]?.DeepClone() ?? new JsonObject()));
    }

    public static SendInvitation Invitation(HostCall call)
    {
        var data = call.Payload as JsonObject ?? [];
        return new SendInvitation((string?)data["uid"] ?? call.CallId, (int?)data["sequence"] ?? 0, (JsonObject)(data["data"]?.DeepClone() ?? new JsonObject()));
    }
}
