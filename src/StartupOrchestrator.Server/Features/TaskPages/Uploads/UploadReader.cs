using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.TaskPages.Uploads;

/// <summary>Takes an uploaded file: checks size and content, keeps it, and says what was received.</summary>
internal sealed class UploadReader(IBlobStore blobs)
{
    /// <summary>Largest file, in bytes.</summary>
    public const long Largest = 20 * 1024 * 1024;

    /// <summary>Keeps a posted file.</summary>
    /// <returns>The kept file, or what is wrong with it in words of the page.</returns>
    public async Task<UploadResult> ReadAsync(FormField field, IFormFile file, Language words, CancellationToken cancellationToken)
    {
        var limit = Math.Min(Largest, (long)(field.Max ?? Largest));
        if (file.Length > limit)
        {
            return new UploadResult(null, words.Text("page.error.file-large", ("size", TaskWords.Size(limit, words))));
        }

        if (file.Length == 0)
        {
            return new UploadResult(null, words["page.error.file-empty"]);
        }

        await using var content = file.OpenReadStream();
        var head = new byte[FileSniffer.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (FileSniffer.Of(head.AsSpan(0, read)) is not { } format)
        {
            return new UploadResult(null, words["page.error.file-kind"]);
        }

        content.Position = 0;
        var address = await blobs.PutAsync(content, cancellationToken);
        return new UploadResult(new Upload(address.Sha256, format.Name(SafeFileName.Of(file.FileName)), address.Length, format.MediaType), null);
    }
}

/// <summary>A file as kept.</summary>
internal sealed record Upload(string Sha256, string Name, long Size, string MediaType);

/// <summary>What became of a file.</summary>
internal sealed record UploadResult(Upload? File, string? Error);
