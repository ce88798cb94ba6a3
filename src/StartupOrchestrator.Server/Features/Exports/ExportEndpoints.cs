using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Exports;

/// <summary>Takes data out, within the caller's scope, as files that spreadsheets open safely.</summary>
internal static class ExportEndpoints
{
    private static readonly ActorKind[] Kinds =
        [ActorKind.Study, ActorKind.StudyCountry, ActorKind.Site, ActorKind.Document, ActorKind.Submission, ActorKind.Contract, ActorKind.Task];

    /// <summary>Maps a list a kind and the export of a study.</summary>
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        foreach (var kind in Kinds)
        {
            var path = Words.Path(kind);
            api.MapGet($"/exports/{path}.csv", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
                    [AsParameters] RecordFilter filter, CallerAccessor callers, CsvTables tables, CancellationToken cancellation) =>
                {
                    var caller = await callers.RequireAsync();
                    return filter.ToQuery(kind, caller, out var query) is { } wrong
                        ? Problems.Of(wrong)
                        : TypedResults.File(Encoding.UTF8.GetBytes("\uFEFF" + await tables.OfAsync(Exportable(query, caller), caller, cancellation)), "text/csv; charset=utf-8", $"{path}.csv");
                })
                .RequireRight(Right.Export).WithTags("exports").WithName($"export-{path}").WithSummary($"The list of {path} as CSV, with the filters of the list");
        }

        api.MapPost("/studies/{key}/sites.xlsx", async (string key, SiteSheetRequest request, CallerAccessor callers, SiteSheet sheet, CancellationToken cancellation) =>
                await sheet.WriteAsync(key, request, await callers.RequireAsync(), cancellation))
            .RequireRight(Right.Export).WithTags("exports").WithName("export-site-view").WithSummary("The current view of the site grid as an Excel workbook")
            .Produces<byte[]>(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").ProducesProblem(404).ProducesProblem(422);
        api.MapGet("/studies/{key}/export", StudyAsync)
            .RequireRight(Right.Export).WithTags("exports").WithName("export-study").WithSummary("Everything of a study in the caller's scope: one CSV a kind, in a ZIP");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> StudyAsync(
        string key, CallerAccessor callers, IViewQueries views, CsvTables tables, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        if (await views.FindAsync(new ActorId(ActorKind.Study, key), caller.Readable(ActorKind.Study), cancellation) is null)
        {
            return Problems.NotFound("study");
        }

        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var kind in Kinds)
            {
                var query = new ViewQuery(kind, caller.Readable(kind)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [key] } };
                await using var entry = await zip.CreateEntry($"{Words.Path(kind)}.csv").OpenAsync(cancellation);
                await entry.WriteAsync(Encoding.UTF8.GetBytes("\uFEFF" + await tables.OfAsync(Exportable(query, caller), caller, cancellation)), cancellation);
            }
        }

        return TypedResults.File(memory.ToArray(), "application/zip", $"{Files.FileNames.Safe(key)}.zip");
    }

    /// <summary>Only where the caller may take data out.</summary>
    private static ViewQuery Exportable(ViewQuery query, Caller caller) => query with { Scope = caller.ScopeOf(Right.Export), Cursor = null, Limit = 5000 };
}

/// <summary>Writes lists as CSV: the columns, then every member that any row has besides.</summary>
public sealed class CsvTables(RecordReader records)
{
    private static readonly string[] Columns =
        ["key", "type", "status", "sponsor", "study", "country", "site", "code", "title", "owner", "due", "waitingOn", "waitingSince", "waitingBusinessDays", "version"];

    /// <summary>All pages of a query as one table.</summary>
    public async Task<string> OfAsync(ViewQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var rows = new List<RecordRow>();
        for (var page = await records.PageAsync(query, caller, cancellationToken); ; page = await records.PageAsync(query with { Cursor = page.Next }, caller, cancellationToken))
        {
            rows.AddRange(page.Items);
            if (page.Next is null)
            {
                break;
            }
        }

        string[] more = [.. rows.SelectMany(r => r.Details.Select(d => d.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var text = new StringBuilder();
        Csv.AppendRow(text, Columns.Concat(more));
        foreach (var row in rows)
        {
            Csv.AppendRow(text, CellsOf(row).Concat(more.Select(m => Text(row.Details[m]))));
        }

        return text.ToString();
    }

    private static IEnumerable<string?> CellsOf(RecordRow r) =>
    [
        r.Key, r.Type, r.StatusWord, r.Sponsor, r.Study, r.Country, r.Site, r.Code, r.Title, r.Owner, r.Due?.ToString("yyyy-MM-dd", null), r.WaitingOn,
        r.WaitingSince?.ToString("yyyy-MM-dd", null), Number(r.WaitingBusinessDays), Number(r.Version),
    ];

    private static string? Number(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString();
}
