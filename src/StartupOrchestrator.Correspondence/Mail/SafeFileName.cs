using System.Text;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>File names that come from outside, made fit for headers, archives and disks.</summary>
public static class SafeFileName
{
    /// <summary>One line without path, drive or reserved characters, at most 100 characters; <c>file</c> when nothing is left.</summary>
    public static string Of(string? name)
    {
        var line = OneLine.Of(name, 400);
        line = line[(line.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            safe.Append(c is '"' or '<' or '>' or ':' or '|' or '?' or '*' or ';' or '%' ? '_' : c);
        }

        var text = safe.ToString().Trim(' ', '.');
        if (text.Length > 100)
        {
            var extension = Path.GetExtension(text);
            extension = extension.Length > 10 ? "" : extension;
            var keep = 100 - extension.Length;
            text = text[..(char.IsHighSurrogate(text[keep - 1]) ? keep - 1 : keep)] + extension;
        }

        return text.Length == 0 ? "file" : text;
    }
}
