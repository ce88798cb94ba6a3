using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Files;

/// <summary>Files: stored by their content, read only through a record that names them and that the caller may see.</summary>
internal static class FileEndpoints
{
    /// <summary>Largest file, in bytes.</summary>
    public const long Largest = 100 * 1024 * 1024;

    /// <summary>Maps upload and download.</summary>
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        api.MapPost("/files", async Task<Results<Ok<StoredFile>, ProblemHttpResult>> (IFormFile file, IBlobStore blobs, CancellationToken cancellation) =>
            {
                if (file.Length is 0 or > Largest)
                {
                    return Problems.Invalid("file", $"Send a file of 1 byte to {Largest / 1024 / 1024} MB.");
                }

                if (await ContentCheck.FindAsync(file, cancellation) is { } wrong)
                {
                    return Problems.Invalid("file", wrong);
                }

                await using var content = file.OpenReadStream();
                var address = await blobs.PutAsync(content, cancellation);
                return TypedResults.Ok(new StoredFile(address.Sha256, FileNames.Safe(file.FileName), address.Length, MediaTypes.Of(file.FileName)));
            })
            .RequireRight(Right.DoTasks).DisableAntiforgery().WithTags("files").WithName("upload-file")
            .WithSummary("Keeps a file; name it in a command afterwards (fields sha256, name, size, mediaType)")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest + (1024 * 1024)));

        foreach (var kind in new[] { ActorKind.Document, ActorKind.Contract, ActorKind.Task })
        {
            var path = Words.Path(kind);
            api.MapGet($"/{path}/{{key}}/files/{{sha256}}", async Task<Results<FileStreamHttpResult, ProblemHttpResult>> (
                    string key, string sha256, HttpContext http, CallerAccessor callers, FilesOfRecord files, IBlobStore blobs) =>
                {
                    var caller = await callers.RequireAsync();
                    if (await files.FindAsync(new ActorId(kind, key), sha256, caller, http.RequestAborted) is not { } named
                        || await blobs.OpenAsync(sha256, http.RequestAborted) is not { } content)
                    {
                        return Problems.NotFound("file");
                    }

                    http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                    return TypedResults.File(content, MediaTypes.Of(named), named, entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
                })
                .RequireRight(Right.ReadPersonal).WithTags("files").WithName($"file-of-{path}").WithSummary("A file that the record names, as a download");
        }
    }
}

/// <summary>A file as kept.</summary>
/// <param name="Sha256">Its address: lower-case hex.</param>
/// <param name="Name">Its name, without what no file name may hold.</param>
/// <param name="Size">Bytes.</param>
/// <param name="MediaType">By its name's ending; never as claimed by the sender.</param>
public sealed record StoredFile(string Sha256, string Name, long Size, string MediaType);
