using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Features.TaskPages.Form;
using StartupOrchestrator.Server.Features.TaskPages.Pages;
using StartupOrchestrator.Server.Features.TaskPages.Visit;

namespace StartupOrchestrator.Server.Features.TaskPages.Acts;

/// <summary>Completes the task with the answers kept. The link ends with it; the receipt is shown once and mailed.</summary>
internal sealed class SendAct(TaskDesk desk, TaskDoor door, TimeProvider time)
{
    /// <summary>Sends, and shows the receipt.</summary>
    public async Task<IResult> RunAsync(HttpContext http, TaskVisit visit, Posted posted)
    {
        var words = visit.Words;
        if (posted.Stale || posted.TooLarge)
        {
            return Page(http, visit, posted, words["page.error.stale"], StatusCodes.Status400BadRequest);
        }

        var missing = visit.Fields.Any(f => f.Required && !visit.Answers.ContainsKey(f.Name));
        var outcome = visit.Outcomes.FirstOrDefault(o => o.Code == posted.One(TaskForms.Outcome));
        if (missing || (outcome is null && !visit.Outcomes.IsEmpty))
        {
            var problem = missing ? words["page.check.incomplete"] : words["page.error.title"];
            return Page(http, visit, posted, problem, StatusCodes.Status422UnprocessableEntity, missing, outcome is null && !visit.Outcomes.IsEmpty ? words["page.error.choice"] : null);
        }

        var draft = desk.Begin(visit, posted.Id, "send", outcome?.Code ?? "");
        if (await desk.SendAsync(draft, new CompleteTask(outcome?.Code), http.RequestAborted) is { } alert)
        {
            return Page(http, visit, posted, alert, StatusCodes.Status409Conflict);
        }

        var recorded = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(visit.Zone).LocalDateTime;
        return new RazorComponentResult<DonePage>(new { Visit = visit, Recorded = recorded, Outcome = outcome?.Label });
    }

    private RazorComponentResult<CheckPage> Page(HttpContext http, TaskVisit visit, Posted posted, string alert, int status, bool missing = false, string? outcomeError = null)
    {
        var form = door.NewForm(http) with
        {
            Alert = alert,
            Errors = outcomeError is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [TaskForms.Outcome] = outcomeError },
            Posted = new Dictionary<string, IReadOnlyList<string>> { [TaskForms.Outcome] = posted.All(TaskForms.Outcome) },
        };
        return new RazorComponentResult<CheckPage>(new { Visit = visit, Form = form, Missing = missing }) { StatusCode = status };
    }
}
