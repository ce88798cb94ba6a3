using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Server.Features.TaskPages.Pages;

namespace StartupOrchestrator.Server.Features.TaskPages.Visit;

/// <summary>
/// The way in to every page: headers, limit of guesses, check of the link; for posts also the size and the
/// anti-forgery check. Showing a page never changes anything.
/// </summary>
internal sealed class TaskDoor(TaskVisitReader reader, GuessLimiter limiter, IAntiforgery antiforgery)
{
    private const string ContentPolicy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Shows a page to whoever has a working link.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, Func<TaskVisit, PageForm, IResult> page)
    {
        var (visit, instead) = await OpenAsync(http);
        return visit is null ? instead! : page(visit, NewForm(http));
    }

    /// <summary>Hands out something that is not a page.</summary>
    public async Task<IResult> GiveAsync(HttpContext http, Func<TaskVisit, Task<IResult>> give)
    {
        var (visit, instead) = await OpenAsync(http);
        return visit is null ? instead! : await give(visit);
    }

    /// <summary>Does what was posted, for whoever has a working link.</summary>
    public async Task<IResult> ActAsync(HttpContext http, bool withFile, Func<TaskVisit, Posted, Task<IResult>> act)
    {
        var (visit, instead) = await OpenAsync(http);
        if (visit is null)
        {
            return instead!;
        }

        var posted = await Posted.ReadAsync(http, withFile);
        return await act(visit, posted.TooLarge ? posted : posted with { Stale = !await antiforgery.IsRequestValidAsync(http) });
    }

    /// <summary>A form to be shown, with its guard.</summary>
    public PageForm NewForm(HttpContext http)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        http.Response.Headers.CacheControl = "no-store";
        return new PageForm(tokens.FormFieldName, tokens.RequestToken!, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
    }

    private async Task<(TaskVisit? Visit, IResult? Instead)> OpenAsync(HttpContext http)
    {
        SetHeaders(http.Response.Headers);
        var remote = http.Connection.RemoteIpAddress;
        if (limiter.IsLimited(remote))
        {
            http.Response.Headers.RetryAfter = "600";
            var words = TaskVisitReader.LanguageOf(http, null).Words;
            return (null, Notice(http.Request.Path, words, words["page.limited-title"], words["page.limited"], StatusCodes.Status429TooManyRequests));
        }

        var token = (string?)http.Request.RouteValues["token"];
        var (visit, dead) = await reader.OpenAsync(token, http);
        if (dead is not null)
        {
            if (dead.Reason == DeadReason.Foreign)
            {
                limiter.Missed(remote);
            }

            return (null, Dead(dead, http.Request.Path));
        }

        return (visit, null);
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static RazorComponentResult<NoticePage> Dead(DeadLink dead, string here)
    {
        var words = dead.Words;
        return dead.Reason switch
        {
            DeadReason.Foreign => Notice(here, words, words["page.dead.foreign-title"], words["page.dead.foreign"], StatusCodes.Status404NotFound),
            DeadReason.Expired => Notice(here, words, words["page.dead.expired-title"], words.Text("page.dead.expired", ("date", words.Date(dead.Expired ?? default))), StatusCodes.Status410Gone),
            DeadReason.Replaced => Notice(here, words, words["page.dead.replaced-title"], words["page.dead.replaced"], StatusCodes.Status410Gone),
            DeadReason.Done => Notice(here, words, words["page.dead.done-title"], words["page.dead.done"], StatusCodes.Status410Gone, good: true),
            DeadReason.Cancelled => Notice(here, words, words["page.dead.cancelled-title"], words["page.dead.cancelled"], StatusCodes.Status410Gone),
        };
    }

    private static RazorComponentResult<NoticePage> Notice(string here, Language words, string title, string text, int status, bool good = false) =>
        new(new { Here = here, Words = words, Title = title, Text = text, Good = good }) { StatusCode = status };
}
