using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>The mails that the product really produced, read from its pickup folder as a recipient would read them.</summary>
/// <param name="folder">Where mails are put.</param>
internal sealed partial class PickupMail(string folder)
{
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<string, string> linkByTask = [];

    /// <summary>How many mails were read.</summary>
    public int Count => seen.Count;

    /// <summary>The path of the newest link to a task's page among the mails read so far; null when none had one.</summary>
    public string? LinkTo(string task) => linkByTask.GetValueOrDefault(task);

    /// <summary>Reads mails that came since.</summary>
    public void ReadNew()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        // The names say nothing of the order and files are dated by the tick of a clock that stands still between days: the
        // mail's own date decides which link is the newest, as for a person who looks at the top of the inbox.
        var unread = Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Where(f => !seen.Contains(f)).ToList();
        var mails = unread.Select(f => (File: f, Text: File.ReadAllText(f, Encoding.Latin1), At: File.GetLastWriteTimeUtc(f)));
        foreach (var (file, text, _) in mails.OrderBy(m => SentAt(m.Text)).ThenBy(m => m.At).ToList())
        {
            seen.Add(file);
            foreach (Match link in Link().Matches(Unfold(text)))
            {
                linkByTask[link.Groups["task"].Value] = link.Groups["path"].Value;
            }
        }
    }

    private static DateTimeOffset SentAt(string text) =>
        Date().Match(text) is { Success: true } date && DateTimeOffset.TryParse(date.Groups["date"].Value.Trim(), CultureInfo.InvariantCulture, out var at) ? at : DateTimeOffset.MinValue;

    /// <summary>Undoes quoted-printable: a link may run over several lines, and any of its characters may be written as a code.</summary>
    internal static string Unfold(string text) => Code().Replace(
        text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal),
        code => ((char)Convert.ToByte(code.Groups["hex"].Value, 16)).ToString());

    [GeneratedRegex("=(?<hex>[0-9A-F]{2})")]
    private static partial Regex Code();

    [GeneratedRegex(@"^Date:(?<date>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"https?://[^/\s""<>]+(?<path>/t/(?<task>[0-9a-z]{26})[^\s""<>?]*)")]
    private static partial Regex Link();
}
