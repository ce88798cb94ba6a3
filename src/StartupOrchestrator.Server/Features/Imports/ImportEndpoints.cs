using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Studies and sites from files: preview first, then one accepted plan that a process carries out.</summary>
internal static class ImportEndpoints
{
    /// <summary>Maps <c>/imports</c>.</summary>
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        imports.MapPost("/clinicaltrials", RegistryAsync).RequireRight(Right.SetUpStudies)
            .WithMetadata(new RequestSizeLimitAttribute(RegistryRecordReader.MaximumBytes))
            .Accepts<object>("application/json").WithName("import-registry-record")
            .WithSummary("A ClinicalTrials.gov v2 record; with preview=true nothing is written");
        imports.MapPost("/sites", SitesAsync).RequireRight(Right.RecordStartUp)
            .WithMetadata(new RequestSizeLimitAttribute(RegistryRecordReader.MaximumBytes))
            .Accepts<string>("text/csv").WithName("import-site-list")
            .WithSummary("A site list as CSV into a study; map=column=header for headers that are not recognised; with preview=true nothing is written");
        imports.MapGet("/{id}", ProgressAsync).RequireRight(Right.ReadRecords).WithName("read-import").WithSummary("How far an import is");
    }

    private static async Task<IResult> RegistryAsync(HttpContext http, CallerAccessor callers, ImportDesk desk, bool preview = false)
    {
        var caller = await callers.RequireAsync();
        var content = await UploadedText.ReadAsync(http, RegistryRecordReader.MaximumBytes);
        return content is null ? UploadedText.TooLarge(RegistryRecordReader.MaximumBytes) : await desk.RegistryAsync(http, caller, content.Value, preview);
    }

    private static async Task<IResult> SitesAsync(HttpContext http, CallerAccessor callers, ImportDesk desk, string study, string[]? map = null, bool preview = false)
    {
        var caller = await callers.RequireAsync();
        var content = await UploadedText.ReadAsync(http, RegistryRecordReader.MaximumBytes);
        var mapping = (map ?? []).Select(m => m.Split('=', 2)).Where(m => m.Length == 2).ToDictionary(m => m[0].Trim(), m => m[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return content is null ? UploadedText.TooLarge(RegistryRecordReader.MaximumBytes) : await desk.SitesAsync(http, caller, study, content.Value, mapping, preview);
    }

    private static async Task<Results<Ok<ImportProgress>, ProblemHttpResult>> ProgressAsync(string id, HttpContext http, CallerAccessor callers, IViewQueries views)
    {
        var caller = await callers.RequireAsync();
        var row = await views.FindAsync(new ActorId(ActorKind.Process, id), caller.Readable(ActorKind.Process), http.RequestAborted);
        return row is null ? Problems.NotFound("import") : TypedResults.Ok(ImportProgress.Of(row));
    }
}

/// <summary>How far an import is.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Status">running, done, done-with-failures or cancelled.</param>
/// <param name="Items">How many things it changes.</param>
/// <param name="Done">How many are done.</param>
public sealed record ImportProgress(string Id, string Status, int Items, int Done)
{
    internal static ImportProgress Of(StoredView row) => new(row.Id.Key, row.Row.Status, Count(row, "items"), Count(row, "done"));

    private static int Count(StoredView row, string name) => row.Row.Doc[name]?.GetValue<int>() ?? 0;
}
