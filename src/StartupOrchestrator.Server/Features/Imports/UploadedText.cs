using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Reads an uploaded text whole, but never more than a limit: chunked bodies announce no length.</summary>
internal static class UploadedText
{
    /// <summary>The bytes; null when there are more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http, int limit)
    {
        if (http.Request.ContentLength > limit)
        {
            return null;
        }

        using var kept = new MemoryStream();
        var source = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(http.RequestAborted)).Files is [var file, ..] ? file.OpenReadStream() : http.Request.Body;
        var buffer = new byte[81920];
        int read;
        while ((read = await source.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (kept.Length + read > limit)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>The problem to answer with.</summary>
    public static ProblemHttpResult TooLarge(int limit) =>
        Problems.Of(new Refusal(RefusalKind.Invalid, "file.too-large", $"The file is larger than {limit / 1024 / 1024} MB. Nothing was read. Export one study or one list.") { Field = "file" });
}
