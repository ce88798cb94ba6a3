using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Letters;

/// <summary>Sent mail: what, to whom, when, and whether it was answered.</summary>
internal static class LetterEndpoints
{
    /// <summary>Maps <c>GET /mail</c>.</summary>
    public static void MapLetters(this IEndpointRouteBuilder api) => api.MapGet("/mail", async Task<Results<Ok<LetterPage>, ProblemHttpResult>> (
            [AsParameters] RecordFilter filter, CallerAccessor callers, LetterReader letters, CancellationToken cancellation) =>
        {
            var caller = await callers.RequireAsync();
            return (filter with { Sort = filter.Sort ?? "-due" }).ToQuery(Domain.Actors.ActorKind.Letter, caller, out var query) is { } wrong
                ? Problems.Of(wrong)
                : TypedResults.Ok(await letters.PageAsync(query, caller, cancellation));
        })
        .RequireRight(Right.ReadPersonal).WithTags("mail").WithName("list-mail").WithSummary("Mails that left or should have, newest first: what, to whom, when, answered");
}

/// <summary>A mail.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Template">Template, for example task-reminder.</param>
/// <param name="Status">sent, withheld or refused.</param>
/// <param name="At">When (UTC).</param>
/// <param name="To">Key of the person.</param>
/// <param name="ToName">Their name; null when erased or not readable.</param>
/// <param name="ToEmail">Their address now.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Site">Site key.</param>
/// <param name="SiteCode">Code of the site.</param>
/// <param name="Task">Key of the task it was about.</param>
/// <param name="TaskTitle">What the task was.</param>
/// <param name="AnsweredOn">When the task was done; null while open, or when nothing was asked.</param>
/// <param name="AnsweredBy">Key of who did it.</param>
/// <param name="WaitingBusinessDays">Business days without an answer since; null when answered or nothing was asked.</param>
/// <param name="Code">Of a refused one: what the receiver's server said.</param>
public sealed record LetterLine(
    string Key, string Template, string Status, string At, string? To, string? ToName, string? ToEmail, string? Study, string? Country, string? Site, string? SiteCode, string? Task,
    string? TaskTitle, LocalDate? AnsweredOn, string? AnsweredBy, int? WaitingBusinessDays, string? Code);

/// <summary>A page of mails.</summary>
/// <param name="Items">The mails.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record LetterPage(IReadOnlyList<LetterLine> Items, string? Next);
