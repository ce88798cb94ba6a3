using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Sites;

/// <summary>Turns rows of sites into lines for a caller.</summary>
public sealed class SiteReader(IViewQueries views, PersonNames names, CountryCalendars calendars, TimeProvider time)
{
    /// <summary>One page.</summary>
    public async Task<SitePage> PageAsync(ViewQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var page = await views.QueryAsync(query, cancellationToken);
        return new SitePage(await LinesAsync(page.Items, caller, cancellationToken), page.Next);
    }

    /// <summary>Lines of rows that the caller may read.</summary>
    public async Task<IReadOnlyList<SiteLine>> LinesAsync(IReadOnlyList<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        var open = caller.ScopeOf(Right.ReadPersonal);
        var known = await names.ReadAsync(rows.Where(r => open.Covers(r.Row)).Select(PiOf).OfType<string>(), cancellationToken);
        var today = time.Today();
        return [.. rows.Select(r => Line(r, PiOf(r) is { } pi && open.Covers(r.Row) ? known.GetValueOrDefault(pi)?.Name : null, today))];
    }

    /// <summary>A date among a row's details.</summary>
    internal static LocalDate? Date(JsonObject doc, string name) =>
        doc[name] is JsonValue value && value.TryGetValue<string>(out var text) && LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;

    /// <summary>A text among a row's details.</summary>
    internal static string? Text(JsonObject doc, string name) => doc[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Business days from the plan to what happened or is expected; null while either is missing.</summary>
    internal int? Slip(LocalDate? planned, LocalDate? forecast, LocalDate? actual, string? country) =>
        planned is { } plan && (actual ?? forecast) is { } end ? calendars.Between(plan, end, country) : null;

    private static string? PiOf(StoredView row) => (row.Row.Doc["contact.PI"] as JsonArray)?.FirstOrDefault()?.GetValue<string>();

    private SiteLine Line(StoredView view, string? pi, LocalDate today)
    {
        var (row, doc) = (view.Row, view.Row.Doc);
        var (planned, forecast, actual) = (Date(doc, "planned"), Date(doc, "forecast"), Date(doc, "actual"));
        var next = (doc["next"] as JsonArray)?.FirstOrDefault()?.GetValue<string>();
        return new SiteLine(
            view.Id.ToString(), view.Id.Key, view.Version, row.Study, row.Code, row.Title, Text(doc, "city"), row.Country, pi, row.Status, Words.Status(row.Status),
            next is null || row.WaitingOn is null ? null : Words.Status(next), row.WaitingOn, row.WaitingSince,
            row.WaitingSince is { } since ? calendars.Between(since, today, row.Country) : null, Date(doc, "baseline"), planned, forecast, actual, Slip(planned, forecast, actual, row.Country));
    }
}
