using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Runtime.Storage.Views;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>What a list is narrowed to, from the address. Several values of one name mean any of them.</summary>
public sealed record RecordFilter
{
    /// <summary>Sponsor keys.</summary>
    [FromQuery(Name = "sponsor")]
    public string[]? Sponsor { get; init; }

    /// <summary>Study keys.</summary>
    [FromQuery(Name = "study")]
    public string[]? Study { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    [FromQuery(Name = "country")]
    public string[]? Country { get; init; }

    /// <summary>Site keys.</summary>
    [FromQuery(Name = "site")]
    public string[]? Site { get; init; }

    /// <summary>Statuses.</summary>
    [FromQuery(Name = "status")]
    public string[]? Status { get; init; }

    /// <summary>Subtypes.</summary>
    [FromQuery(Name = "type")]
    public string[]? Type { get; init; }

    /// <summary>Owners: role codes or person keys.</summary>
    [FromQuery(Name = "owner")]
    public string[]? Owner { get; init; }

    /// <summary>Whom it waits on.</summary>
    [FromQuery(Name = "waitingOn")]
    public string[]? WaitingOn { get; init; }

    /// <summary>Due on or before this date (yyyy-MM-dd).</summary>
    [FromQuery(Name = "dueBy")]
    public string? DueBy { get; init; }

    /// <summary>Words that code or title contain.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    /// <summary>Column to sort by; <c>-</c> before it for descending.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Lines on a page, 1 to 5,000; 200 when not given.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>From the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The query over rows that the caller may read.</summary>
    /// <returns>Null, or what is wrong with the address.</returns>
    public Refusal? ToQuery(ActorKind kind, Caller caller, out ViewQuery query)
    {
        query = new ViewQuery(kind, caller.Readable(kind));
        LocalDate? due = null;
        if (DueBy is not null)
        {
            if (!LocalDatePattern.Iso.Parse(DueBy).TryGetValue(default, out var date))
            {
                return Refusal.Invalid("dueBy", $"'{DueBy}' is not a date. Write yyyy-MM-dd.");
            }

            due = date;
        }

        if (Sort is { Length: > 0 } sort && !ViewColumns.IsKnown(sort.StartsWith('-') ? sort[1..] : sort))
        {
            return Refusal.Invalid("sort", $"Lists cannot be sorted by '{sort}'. Choose one of {string.Join(", ", ViewColumns.Names)}.");
        }

        if (Limit is < 1 or > 5000)
        {
            return Refusal.Invalid("limit", "A page has 1 to 5,000 lines.");
        }

        if (!IsCursor(Cursor))
        {
            return Refusal.Invalid("cursor", "The cursor is not one that a page returned. Start again without it.");
        }

        query = query with
        {
            Where = Where(),
            DueBy = due,
            Search = string.IsNullOrWhiteSpace(Search) ? null : Search,
            Sort = Sort is { Length: > 0 } ? Sort : "code",
            Limit = Limit ?? 200,
            Cursor = Cursor is { Length: > 0 } ? Cursor : null,
        };
        return null;
    }

    private static bool IsCursor(string? text)
    {
        try
        {
            ViewCursor.Decode(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private Dictionary<string, IReadOnlyList<string>> Where()
    {
        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("sponsor", Sponsor);
        Add("study", Study);
        Add("country", Country);
        Add("site", Site);
        Add("status", Status);
        Add("type", Type);
        Add("owner", Owner);
        Add("waitingOn", WaitingOn);
        return where;

        void Add(string column, string[]? values)
        {
            if (values is { Length: > 0 })
            {
                where[column] = values;
            }
        }
    }
}
