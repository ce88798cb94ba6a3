using StartupOrchestrator.Server.Features.TaskPages.Uploads;

namespace StartupOrchestrator.Server.Features.Files;

/// <summary>Looks at the first bytes of an upload: a name does not make a program a document.</summary>
internal static class ContentCheck
{
    private static readonly byte[][] Programs = ["MZ"u8.ToArray(), [0x7F, (byte)'E', (byte)'L', (byte)'F'], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE], "#!"u8.ToArray()];

    /// <summary>What is wrong with the file and what to do; null when nothing is.</summary>
    public static async Task<string?> FindAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var head = new byte[FileSniffer.HeadLength];
        await using var content = file.OpenReadStream();
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return Find(file.FileName, head.AsSpan(0, read));
    }

    private static string? Find(string name, ReadOnlySpan<byte> head)
    {
        foreach (var program in Programs)
        {
            if (head.StartsWith(program))
            {
                return "This is a program, not a document. Send the document as PDF, picture or office file.";
            }
        }

        var claimed = new[] { FileFormat.Pdf, FileFormat.Jpeg, FileFormat.Png }.FirstOrDefault(f => f.Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
        return claimed is null || FileSniffer.Of(head) == claimed ? null
            : $"The name ends like {claimed.MediaType}, but the content is something else. Save the document in that format and send it again.";
    }
}
