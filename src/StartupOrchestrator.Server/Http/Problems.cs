using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Server.Http;

/// <summary>Refusals as problem details (RFC 9457): the status says what sort, the members say what to do.</summary>
internal static class Problems
{
    /// <summary>The problem that a refusal is.</summary>
    public static ProblemHttpResult Of(Refusal refusal)
    {
        var more = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = refusal.Code };
        if (refusal.State is not null)
        {
            more["state"] = refusal.State;
        }

        if (!refusal.Allowed.IsDefaultOrEmpty)
        {
            more["allowed"] = refusal.Allowed;
        }

        if (refusal.Field is not null)
        {
            more["field"] = refusal.Field;
        }

        if (!refusal.Unmet.IsDefaultOrEmpty)
        {
            more["unmet"] = refusal.Unmet.Select(u => u with { Condition = ReaderLanguage.Tell(u.Condition) }).ToList();
        }

        return Tell(refusal.Message, StatusOf(refusal.Kind), TitleOf(refusal.Kind), $"urn:startup-orchestrator:{refusal.Code}", more);
    }

    /// <summary>A problem in the reader's language; every problem of this server is made here.</summary>
    public static ProblemHttpResult Tell(string detail, int status, string? title = null, string? type = null, IEnumerable<KeyValuePair<string, object?>>? more = null) =>
        TypedResults.Problem(ReaderLanguage.Tell(detail), statusCode: status, title: title is null ? null : ReaderLanguage.Tell(title), type: type, extensions: more);

    /// <summary>It does not exist, or not for this caller: the two are not told apart.</summary>
    public static ProblemHttpResult NotFound(string what) =>
        Of(new Refusal(RefusalKind.NotFound, "not-found", $"There is no such {what}, or it is outside your area. Check the address, or ask your administrator for access."));

    /// <summary>It is visible, but the caller's roles do not allow the act there.</summary>
    public static ProblemHttpResult Forbidden(string act) =>
        Of(new Refusal(RefusalKind.Forbidden, "not-permitted", $"Your roles do not allow this here: {act}. Ask your administrator for a role that does."));

    /// <summary>A value of the request is wrong.</summary>
    public static ProblemHttpResult Invalid(string field, string message) => Of(Refusal.Invalid(field, message));

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotAllowed => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Changed => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotUnique => StatusCodes.Status409Conflict,
        RefusalKind.CommandIdReused => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotAllowed => "Not possible now",
        RefusalKind.Invalid => "A value is wrong",
        RefusalKind.NotFound => "Not found",
        RefusalKind.Changed => "Changed by somebody else",
        RefusalKind.Forbidden => "Not permitted",
        RefusalKind.NotUnique => "Already taken",
        RefusalKind.CommandIdReused => "Request id used before",
    };
}
