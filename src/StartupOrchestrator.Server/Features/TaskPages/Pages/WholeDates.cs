using System.Net;
using System.Text.RegularExpressions;

namespace StartupOrchestrator.Server.Features.TaskPages.Pages;

/// <summary>Keeps dates such as 12-Mar-2026 on one line.</summary>
internal static partial class WholeDates
{
    /// <summary>The text as HTML, its dates marked; everything else is encoded.</summary>
    public static string Mark(string? text) => Date().Replace(WebUtility.HtmlEncode(text ?? ""), "<span class=\"dt\">$0</span>");

    [GeneratedRegex(@"\b\d{2}-\p{L}{3}-\d{4}\b")]
    private static partial Regex Date();
}
