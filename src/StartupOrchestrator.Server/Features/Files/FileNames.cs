using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace StartupOrchestrator.Server.Features.Files;

/// <summary>File names that are safe in headers and on disks.</summary>
public static class FileNames
{
    private const int Longest = 150;

    /// <summary>Without path, control and direction characters; at most 150 characters; never empty.</summary>
    public static string Safe(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                && !(rune.IsAscii && "\"<>|:*?;".Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                kept.Append(rune);
            }
        }

        var safe = kept.ToString().Trim(' ', '.');
        return safe.Length == 0 ? "file" : safe.Length <= Longest ? safe : safe[..(Longest - 10)] + Path.GetExtension(safe)[..Math.Min(10, Path.GetExtension(safe).Length)];
    }
}

/// <summary>Media types by file name.</summary>
internal static class MediaTypes
{
    private const string Bytes = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider ByEnding = new();
    private static readonly string[] Run = ["html", "script", "svg", "/xml", "+xml"];

    /// <summary>The type that the name's ending stands for; bytes where it stands for none, or for one that browsers run.</summary>
    public static string Of(string name) =>
        ByEnding.TryGetContentType(name, out var type) && !Run.Any(r => type.Contains(r, StringComparison.Ordinal)) ? type : Bytes;
}
