using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.TaskPages.Acts;
using StartupOrchestrator.Server.Features.TaskPages.Form;
using StartupOrchestrator.Server.Features.TaskPages.Pages;
using StartupOrchestrator.Server.Features.TaskPages.Uploads;
using StartupOrchestrator.Server.Features.TaskPages.Visit;

namespace StartupOrchestrator.Server.Features.TaskPages;

/// <summary>The pages behind the links in mails: no login, no script; see README.md.</summary>
internal static class TaskPagesFeature
{
    private static readonly string[] Show = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddTaskPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<GuessLimiter>();
        services.AddSingleton<TaskVisitReader>();
        services.AddSingleton<TaskDoor>();
        services.AddSingleton<TaskDesk>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<SaveAct>();
        services.AddSingleton<SendAct>();
        services.AddSingleton<WaysOutActs>();
        // The host's own request log would write the secret part of links.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        return services;
    }

    /// <summary>Maps <c>/t/{token}</c> and its pages.</summary>
    public static void MapTaskPages(this IEndpointRouteBuilder routes)
    {
        TaskPageStyle.Map(routes);
        var pages = routes.MapGroup("/t/{token}").OpenBecause("the link is a capability for one task and one person; checked by TaskVisitReader").ExcludeFromDescription().DisableAntiforgery();
        pages.MapMethods("", Show, (HttpContext http, TaskDoor door) => door.ShowAsync(http, (visit, form) => First(http, visit, form)));
        pages.MapMethods("/check", Show, (HttpContext http, TaskDoor door) => door.ShowAsync(http, (visit, form) => Check(visit, form)));
        pages.MapMethods("/not-me", Show, (HttpContext http, TaskDoor door) => door.ShowAsync(http, (visit, form) => NotMe(visit, form, passOn: false)));
        pages.MapMethods("/pass-on", Show, (HttpContext http, TaskDoor door) => door.ShowAsync(http, (visit, form) => NotMe(visit, form, passOn: true)));
        pages.MapMethods("/ask", Show, (HttpContext http, TaskDoor door) => door.ShowAsync(http, (visit, form) => new RazorComponentResult<AskPage>(new { Visit = visit, Form = form })));
        pages.MapMethods("/later", Show, (HttpContext http, TaskDoor door) => door.ShowAsync(http, (visit, form) => new RazorComponentResult<LaterPage>(new { Visit = visit, Form = form })));
        pages.MapMethods("/template/{field}", Show, (HttpContext http, string field, TaskDoor door, IBlobStore blobs) => door.GiveAsync(http, visit => TemplateAsync(http, visit, field, blobs)));

        pages.MapPost("/save", (HttpContext http, TaskDoor door, SaveAct save) => door.ActAsync(http, withFile: true, (visit, posted) => save.RunAsync(http, visit, posted)));
        pages.MapPost("/send", (HttpContext http, TaskDoor door, SendAct send) => door.ActAsync(http, withFile: false, (visit, posted) => send.RunAsync(http, visit, posted)));
        pages.MapPost("/not-me", (HttpContext http, TaskDoor door, WaysOutActs acts) => door.ActAsync(http, withFile: false, (visit, posted) => acts.NotMeAsync(http, visit, posted, passOn: false)));
        pages.MapPost("/pass-on", (HttpContext http, TaskDoor door, WaysOutActs acts) => door.ActAsync(http, withFile: false, (visit, posted) => acts.NotMeAsync(http, visit, posted, passOn: true)));
        pages.MapPost("/ask", (HttpContext http, TaskDoor door, WaysOutActs acts) => door.ActAsync(http, withFile: false, (visit, posted) => acts.AskAsync(http, visit, posted)));
        pages.MapPost("/later", (HttpContext http, TaskDoor door, WaysOutActs acts) => door.ActAsync(http, withFile: false, (visit, posted) => acts.LaterAsync(http, visit, posted)));
    }

    private static IResult First(HttpContext http, TaskVisit visit, PageForm form)
    {
        var asked = SaveAct.StepOf(http, visit);
        var step = asked >= 0 ? asked : FormSteps.FirstOpen(visit.Steps, visit.Answers);
        return step < visit.Steps.Length ? new RazorComponentResult<QuestionPage>(new { Visit = visit, Step = step, Form = form }) : Check(visit, form);
    }

    private static RazorComponentResult<CheckPage> Check(TaskVisit visit, PageForm form) => new(new { Visit = visit, Form = form });

    private static RazorComponentResult<NotMePage> NotMe(TaskVisit visit, PageForm form, bool passOn) => new(new { Visit = visit, Form = form, PassOn = passOn });

    private static async Task<IResult> TemplateAsync(HttpContext http, TaskVisit visit, string name, IBlobStore blobs)
    {
        if (visit.Fields.FirstOrDefault(f => f.Name == name)?.Template is not { } template || await blobs.OpenAsync(template.Sha256, http.RequestAborted) is not { } content)
        {
            return Redirects.To(http, visit.Address());
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.File(content, template.MediaType, Correspondence.Mail.SafeFileName.Of(visit.Text(template.Name)));
    }
}
