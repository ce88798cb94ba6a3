using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Server.Features.TaskPages.Form;
using StartupOrchestrator.Server.Features.TaskPages.Pages;
using StartupOrchestrator.Server.Features.TaskPages.Visit;

namespace StartupOrchestrator.Server.Features.TaskPages.Acts;

/// <summary>The other things a visitor can do: not me, pass on, ask, be reminded later.</summary>
internal sealed class WaysOutActs(TaskDesk desk, TaskDoor door)
{
    private const int MostDaysAhead = 90;
    private const int LongestColleague = 300;
    private const int LongestQuestion = 4000;

    /// <summary>Not me; with <paramref name="passOn"/> a colleague must be named.</summary>
    public async Task<IResult> NotMeAsync(HttpContext http, TaskVisit visit, Posted posted, bool passOn)
    {
        var words = visit.Words;
        var who = posted.One(TaskForms.Text);
        var error = passOn && who.Length == 0 ? words["page.error.required"] : TooLong(visit, who, LongestColleague);
        if (posted.Stale || posted.TooLarge || error is not null)
        {
            return Again<NotMePage>(http, posted, Problem(visit, posted), error, form => new { Visit = visit, Form = form, PassOn = passOn });
        }

        var draft = desk.Begin(visit, posted.Id, "not-me", who);
        var command = new DeclineNotMe(who.Length == 0 ? null : draft.Seal("forward", who));
        return await desk.SendAsync(draft, command, http.RequestAborted) is { } alert
            ? Again<NotMePage>(http, posted, alert, null, form => new { Visit = visit, Form = form, PassOn = passOn })
            : Notice(visit, words["page.not-me.done-title"], words[who.Length > 0 ? "page.pass-on.done" : "page.not-me.done"], goOn: false);
    }

    /// <summary>Asks a question; the task then waits on us.</summary>
    public async Task<IResult> AskAsync(HttpContext http, TaskVisit visit, Posted posted)
    {
        var words = visit.Words;
        var question = posted.One(TaskForms.Text).ReplaceLineEndings("\n");
        var error = question.Length == 0 ? words["page.error.required"] : TooLong(visit, question, LongestQuestion);
        if (posted.Stale || posted.TooLarge || error is not null)
        {
            return Again<AskPage>(http, posted, Problem(visit, posted), error, form => new { Visit = visit, Form = form });
        }

        var draft = desk.Begin(visit, posted.Id, "ask", question);
        return await desk.SendAsync(draft, new AskQuestion(draft.Seal("question", question)), http.RequestAborted) is { } alert
            ? Again<AskPage>(http, posted, alert, null, form => new { Visit = visit, Form = form })
            : Notice(visit, words["page.ask.done-title"], words["page.ask.done"], goOn: true);
    }

    /// <summary>Asks to be reminded on another day.</summary>
    public async Task<IResult> LaterAsync(HttpContext http, TaskVisit visit, Posted posted)
    {
        var words = visit.Words;
        var given = posted.One(TaskForms.Day);
        var day = LocalDatePattern.Iso.Parse(given == TaskForms.OtherDay ? posted.One(TaskForms.OtherDate) : given);
        var error = !day.Success || day.Value <= visit.Today || day.Value > visit.Today.PlusDays(MostDaysAhead) ? words["page.error.later-date"] : null;
        if (posted.Stale || posted.TooLarge || error is not null)
        {
            return Again<LaterPage>(http, posted, Problem(visit, posted), posted.Stale ? null : error, form => new { Visit = visit, Form = form });
        }

        var draft = desk.Begin(visit, posted.Id, "later", LocalDatePattern.Iso.Format(day.Value));
        return await desk.SendAsync(draft, new RemindLater(day.Value), http.RequestAborted) is { } alert
            ? Again<LaterPage>(http, posted, alert, null, form => new { Visit = visit, Form = form })
            : Notice(visit, words["page.later.done-title"], words.Text("page.later.done", ("date", words.LongDate(day.Value))), goOn: true);
    }

    private static string? Problem(TaskVisit visit, Posted posted) => posted.Stale || posted.TooLarge ? visit.Words["page.error.stale"] : null;

    private static string? TooLong(TaskVisit visit, string text, int most) =>
        text.Length <= most ? null : visit.Words.Text("page.error.text-long", ("count", $"{most}"), ("now", $"{text.Length}"));

    private RazorComponentResult<TPage> Again<TPage>(HttpContext http, Posted posted, string? alert, string? error, Func<PageForm, object> parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        string[] names = [TaskForms.Text, TaskForms.Day, TaskForms.OtherDate];
        var form = door.NewForm(http) with
        {
            Alert = alert,
            Errors = error is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [TaskForms.Text] = error, [TaskForms.Day] = error },
            Posted = names.Where(n => posted.All(n).Count > 0).ToDictionary(n => n, posted.All),
        };
        return new RazorComponentResult<TPage>(parameters(form)) { StatusCode = posted.Stale ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity };
    }

    private static RazorComponentResult<NoticePage> Notice(TaskVisit visit, string title, string text, bool goOn) =>
        new(new { visit.Words, Title = title, Text = text, Good = true, Visit = visit, Continue = goOn });
}
