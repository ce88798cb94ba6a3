namespace StartupOrchestrator.Server.Features.TaskPages.Uploads;

/// <summary>Says what a file is by its first bytes; its name and the browser's claim count for nothing.</summary>
internal static class FileSniffer
{
    /// <summary>Bytes needed to tell.</summary>
    public const int HeadLength = 16;

    /// <summary>The kind of file; null when it is none that the pages take.</summary>
    public static FileFormat? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileFormat.Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileFormat.Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? FileFormat.Png
        : null;
}

/// <summary>A kind of file that the pages take.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Endings">Usual endings of its name; the first is appended where the name has another.</param>
internal sealed record FileFormat(string MediaType, params string[] Endings)
{
    /// <summary>A PDF.</summary>
    public static FileFormat Pdf { get; } = new("application/pdf", ".pdf");

    /// <summary>A photo.</summary>
    public static FileFormat Jpeg { get; } = new("image/jpeg", ".jpg", ".jpeg");

    /// <summary>A picture.</summary>
    public static FileFormat Png { get; } = new("image/png", ".png");

    /// <summary>The name with an ending that tells the truth.</summary>
    public string Name(string name) => Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? name : name + Endings[0];
}
