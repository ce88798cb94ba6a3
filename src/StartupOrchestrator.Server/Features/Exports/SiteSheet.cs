using System.Collections.Frozen;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Exports;

/// <summary>A view of the site grid as it is on the screen.</summary>
/// <param name="Keys">Sites in the order of the view.</param>
/// <param name="Columns">Columns in the order of the view, by the grid's names.</param>
/// <param name="View">What the view is called, and how it is filtered; stands on the second sheet.</param>
public sealed record SiteSheetRequest(IReadOnlyList<string> Keys, IReadOnlyList<string> Columns, string? View = null);

/// <summary>Writes the current view of the site grid as a workbook.</summary>
public sealed class SiteSheet(IViewQueries views, SiteSummaries summaries, SiteReader sites, TimeProvider time)
{
    private const int MostSites = 20_000;

    private static readonly FrozenDictionary<string, (string Head, Func<SiteLine, object?> Value)> Known = new Dictionary<string, (string, Func<SiteLine, object?>)>(StringComparer.Ordinal)
    {
        ["code"] = ("Site", s => s.Code), ["name"] = ("Institution", s => s.Name), ["pi"] = ("PI", s => s.Pi), ["country"] = ("Country", s => s.Country), ["city"] = ("City", s => s.City),
        ["status"] = ("Status", s => s.StatusWord), ["next"] = ("Next step", s => s.NextStep), ["step"] = ("Waiting step", s => s.WaitingWhat), ["waiting"] = ("Waiting on", s => s.WaitingName ?? s.WaitingOn),
        ["days"] = ("Business days waiting", s => s.WaitingBusinessDays), ["lost"] = ("Business days lost", s => s.DaysLost), ["owner"] = ("Owner", s => s.OwnerName ?? s.Owner), ["baseline"] = ("Baseline", s => s.Baseline),
        ["planned"] = ("Planned", s => s.Planned), ["forecast"] = ("Forecast (P50)", s => s.Forecast), ["actual"] = ("Actual", s => s.Actual), ["slip"] = ("Slip, business days", s => s.SlipBusinessDays),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The workbook, or why there is none. Sites that are not in the caller's scope are left out.</summary>
    public async Task<IResult> WriteAsync(string study, SiteSheetRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(new ActorId(ActorKind.Study, study), caller.Readable(ActorKind.Study), cancellationToken) is not { } row)
        {
            return Problems.NotFound("study");
        }

        if (request.Keys.Count > MostSites)
        {
            return Problems.Invalid("keys", $"A sheet holds at most {MostSites} sites.");
        }

        var scope = caller.ScopeOf(Right.Export);
        var rows = (await summaries.SitesAsync([study], caller, cancellationToken)).Where(s => scope.Covers(s.Row)).ToDictionary(s => s.Id.Key, StringComparer.Ordinal);
        var lines = await sites.LinesAsync([.. request.Keys.Select(k => rows.GetValueOrDefault(k)).OfType<StoredView>()], caller, cancellationToken);
        var columns = request.Columns.Where(Known.ContainsKey).Select(c => Known[c]).SelectMany(c => c.Head == "Waiting on" ? [c, Known["days"]] : new[] { c }).DistinctBy(c => c.Head).ToList();
        var sheet = new SheetContent("Sites", [.. columns.Select(c => c.Head)], [.. lines.Select(l => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(l))])]);
        var about = new SheetContent("About", ["What", "Value"],
        [
            ["Study", row.Row.Title ?? study], ["View", request.View ?? "Sites"], ["Sites", lines.Count], ["Date", time.Today()], ["Days", "Business days in the calendar of each site's country"],
            ["Forecast (P50)", "Expected from usual durations on the date above"],
        ]);
        return TypedResults.File(SheetWriter.Write([sheet, about]), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Files.FileNames.Safe(study)}-sites-{time.Today():uuuu-MM-dd}.xlsx");
    }
}
