using System.Text;
using System.Text.Json;

namespace StartupOrchestrator.Runtime.Storage.Views;

/// <summary>Where a page ended: the sort column's text and the stream of its last row.</summary>
public sealed record ViewCursor(string Value, string Stream)
{
    /// <summary>Text for the caller; says nothing that the page did not.</summary>
    public string Encode() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new[] { Value, Stream })).Replace('+', '-').Replace('/', '_');

    /// <summary>Reads a caller's text.</summary>
    /// <exception cref="ArgumentException">It is not a cursor.</exception>
    public static ViewCursor? Decode(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'))))!;
            return new ViewCursor(parts[0], parts[1]);
        }
        catch (Exception e) when (e is FormatException or JsonException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new ArgumentException("The cursor is not one that a page returned. Start again without it.", nameof(text), e);
        }
    }
}
