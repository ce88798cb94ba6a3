using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Runtime.Storage.Views;

/// <summary>
/// The columns of a <see cref="ViewRow"/> as texts, the form in which they are stored, compared and sorted. Absent words
/// are empty and sort first, absent dates are <c>~</c> and sort last. <c>doc.name</c> means a member of the document.
/// </summary>
public static class ViewColumns
{
    /// <summary>An absent date.</summary>
    public const string NoDate = "~";

    private static readonly Dictionary<string, Func<ViewRow, string>> Getters = new()
    {
        ["type"] = r => r.Type ?? "",
        ["status"] = r => r.Status,
        ["sponsor"] = r => r.Sponsor ?? "",
        ["study"] = r => r.Study ?? "",
        ["country"] = r => r.Country ?? "",
        ["site"] = r => r.Site ?? "",
        ["code"] = r => r.Code ?? "",
        ["title"] = r => r.Title ?? "",
        ["owner"] = r => r.Owner ?? "",
        ["due"] = r => Text(r.Due),
        ["waitingOn"] = r => r.WaitingOn ?? "",
        ["waitingSince"] = r => Text(r.WaitingSince),
    };

    /// <summary>Names of the columns.</summary>
    public static IReadOnlyCollection<string> Names => Getters.Keys;

    /// <summary>Whether a name may be filtered, counted or sorted by.</summary>
    public static bool IsKnown(string name) => Getters.ContainsKey(name) || IsMember(name, out _);

    /// <summary>Whether a name means a member of the document.</summary>
    public static bool IsMember(string name, out string member)
    {
        member = name.StartsWith("doc.", StringComparison.Ordinal) ? name[4..] : "";
        return member.Length is > 0 and < 60 && member.All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>The text of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static string Value(ViewRow row, string name) => Getters.TryGetValue(name, out var getter)
        ? getter(row)
        : IsMember(name, out var member) ? Text(row.Doc[member]) : throw Unknown(name);

    /// <summary>The error for a column that does not exist.</summary>
    public static ArgumentException Unknown(string name) => new($"There is no column '{name}'. Columns: {string.Join(", ", Names)}, or doc.<name>.");

    /// <summary>The text of a date.</summary>
    public static string Text(LocalDate? date) => date is null ? NoDate : LocalDatePattern.Iso.Format(date.Value);

    /// <summary>Reads the text of a date.</summary>
    public static LocalDate? Date(string text) => text == NoDate ? null : LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>What a search looks through.</summary>
    public static string SearchText(ViewRow row) => $"{row.Code} {row.Title}".ToLowerInvariant();

    /// <summary>The words of a search, each of which must be found.</summary>
    public static string[] Words(string? search) =>
        (search ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(JsonNode? node) => node is JsonValue value ? value.ToString() : "";
}
