using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Mails and calendar entries that a plan orders, addressed to whoever holds a role at a site, country or study.</summary>
internal static class PlanMail
{
    /// <summary>Template of the mails of Elsa's own activity: subject and text come from the plan.</summary>
    public const string Written = "plan-mail";

    private static readonly string[] Lists = ["to", "cc", "bcc"];
    private static readonly ImmutableArray<string> Words = ["address", "title", "text"];

    /// <summary>The mails of one call: one from a template, or one to each recipient that the plan wrote to.</summary>
    public static IEnumerable<SendMail> From(HostCall call, ActorId self, Scope scope)
    {
        var data = call.Payload as JsonObject ?? [];
        if (data["template"] is null)
        {
            return ToEach(call, data, self, scope);
        }

        var to = ActorId.TryParse((string?)data["to"], out var receiver) ? receiver : default;
        return [new SendMail(call.CallId, (string?)data["template"] ?? "plan-message", to, (JsonObject)(data["data"]?.DeepClone() ?? new JsonObject()))];
    }

    private static IEnumerable<SendMail> ToEach(HostCall call, JsonObject data, ActorId self, Scope scope)
    {
        var recipients = Lists.SelectMany(l => data[l] as JsonArray ?? []).Select(r => (string?)r).OfType<string>().Select(r => r.Trim()).Where(r => r.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        for (var i = 0; i < recipients.Count; i++)
        {
            var mail = PlanScope.Write(scope);
            mail["title"] = (string?)data["subject"];
            mail["text"] = (string?)data["body"];
            var person = ActorId.TryParse(recipients[i], out var id) && id.Kind == ActorKind.Person;
            if (!person)
            {
                mail[recipients[i].Contains('@', StringComparison.Ordinal) ? "address" : "role"] = recipients[i];
            }

            // Only the first one is waited for: it tells whether mail leaves at all.
            if (i == 0 && call.BookmarkId is not null)
            {
                mail["bookmark"] = call.BookmarkId;
                mail["plan"] = self.ToString();
            }

            yield return new SendMail(i == 0 ? call.CallId : $"{call.CallId}/{i}", Written, person ? id : self, mail) { Personal = Words };
        }
    }

    public static SendInvitation Invitation(HostCall call)
    {
        var data = call.Payload as JsonObject ?? [];
        return new SendInvitation((string?)data["uid"] ?? call.CallId, (int?)data["sequence"] ?? 0, (JsonObject)(data["data"]?.DeepClone() ?? new JsonObject()));
    }
}
