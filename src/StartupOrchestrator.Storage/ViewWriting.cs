using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage.Views;

namespace StartupOrchestrator.Storage;

/// <summary>The columns of the table <c>views</c> and their values for a row, in one order.</summary>
public static class ViewWriting
{
    /// <summary>Names in the order of <see cref="Values"/>.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "stream", "version", "kind", "type", "status", "sponsor", "study", "country", "site", "code", "title", "owner", "due", "waiting_on", "waiting_since",
        "search", "doc",
    ];

    /// <summary>Inserts a row with parameters named like the columns.</summary>
    public static string Insert { get; } = $"insert into views ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(c => $"@{c}"))})";

    /// <summary>What an upsert changes.</summary>
    public static string Update { get; } = string.Join(", ", Columns.Skip(1).Select(c => $"{c} = excluded.{c}"));

    /// <summary>The values of a row.</summary>
    public static object[] Values(string stream, long version, ViewRow row) =>
    [
        stream, version, stream[..stream.IndexOf('/', StringComparison.Ordinal)], row.Type ?? "", row.Status, row.Sponsor ?? "", row.Study ?? "", row.Country ?? "",
        row.Site ?? "", row.Code ?? "", row.Title ?? "", row.Owner ?? "", ViewColumns.Text(row.Due), row.WaitingOn ?? "", ViewColumns.Text(row.WaitingSince),
        ViewColumns.SearchText(row), row.Doc.ToJsonString(DomainJson.Options),
    ];

    /// <summary>The values by the columns' names.</summary>
    public static Dictionary<string, object> Parameters(string stream, long version, ViewRow row)
    {
        var values = Values(stream, version, row);
        return Enumerable.Range(0, Columns.Count).ToDictionary(i => Columns[i], i => values[i]);
    }
}
