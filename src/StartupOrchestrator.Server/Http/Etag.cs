using Microsoft.Net.Http.Headers;

namespace StartupOrchestrator.Server.Http;

/// <summary>The version of a record as an entity tag.</summary>
internal static class Etag
{
    /// <summary>Puts the version on the answer.</summary>
    public static void Put(HttpContext http, long version) => http.Response.Headers.ETag = $"\"{version}\"";

    /// <summary>The version that the caller last saw (<c>If-Match</c>); null when the caller does not ask for the check.</summary>
    /// <returns>False when the header is there but is not one strong tag of ours.</returns>
    public static bool TryReadIfMatch(HttpContext http, out long? expected)
    {
        expected = null;
        var header = http.Request.Headers.IfMatch;
        if (header.Count == 0 || header == "*")
        {
            return true;
        }

        if (!EntityTagHeaderValue.TryParse(header.ToString(), out var tag) || tag.IsWeak || !long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version))
        {
            return false;
        }

        expected = version;
        return true;
    }

    /// <summary>The caller already has this version (<c>If-None-Match</c>).</summary>
    public static bool IsFresh(HttpContext http, long version) =>
        EntityTagHeaderValue.TryParseList([.. http.Request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(t => t.Tag.AsSpan().Trim('"').SequenceEqual(version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
