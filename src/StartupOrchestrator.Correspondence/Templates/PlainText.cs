using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>The text of a mail body that was written as HTML: paragraphs stay paragraphs, everything else is left to our own form of mail.</summary>
public static partial class PlainText
{
    /// <summary>Takes the text out. What is no HTML stays as it is.</summary>
    public static string Of(string body)
    {
        if (!body.Contains('<', StringComparison.Ordinal))
        {
            return body;
        }

        var text = Hidden().Replace(body, "");
        text = Blank().Replace(text, " ");
        text = Break().Replace(text, "\n");
        text = Block().Replace(text, "\n\n");
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));
        var lines = new StringBuilder();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            lines.Append(lines.Length == 0 ? "" : "\n\n").Append(paragraph);
        }

        return lines.ToString();
    }

    [GeneratedRegex(@"<script\b.*?</script\s*>|<style\b.*?</style\s*>|<head\b.*?</head\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?(p|div|h[1-6]|ul|ol|li|table|tr|blockquote)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
