using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
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

    private static async Task<IResult> SitesAsync(HttpContext http, CallerAccessor callers, ImportDesk desk, string study, [FromQuery] string[]? map = null, bool preview = false)
    {
        var caller = await callers.RequireAsync();
        var content = await UploadedText.ReadAsync(http, RegistryRecordReader.MaximumBytes);
        var mapping = (map ?? []).Select(m => m.Split('=', 2)).Where(m => m.Length == 2).ToDictionary(m => m[0].Trim(), m => m[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return content is null ? UploadedText.TooLarge(RegistryRecordReader.MaximumBytes) : await desk.SitesAsync(http, caller, study, content.Value, mapping, preview);
    }

    private static async Task<Results<Ok<ImportProgress>, ProblemHttpResult>> ProgressAsync(string id, HttpContext http, CallerAccessor callers, ImportProgressReader reader)
    {
        var caller = await callers.RequireAsync();
        return await reader.ReadAsync(id, caller, http.RequestAborted) is { } progress ? TypedResults.Ok(progress) : Problems.NotFound("import");
    }
}
