using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Runtime.Storage.Views;

namespace StartupOrchestrator.Runtime.Memory;

internal sealed class MemoryViews(MemoryTables tables) : IViewQueries
{
    public Task<ViewPage> QueryAsync(ViewQuery query, CancellationToken cancellationToken)
    {
        var descending = query.Sort.StartsWith('-');
        var column = query.Sort.TrimStart('-');
        var cursor = ViewCursor.Decode(query.Cursor);
        var rows = Matching(query).Select(v => (Value: ViewColumns.Value(v.Row, column), Stream: v.Id.ToString(), View: v)).ToList();
        rows.Sort((a, b) => (descending ? -1 : 1) * Compare(a.Value, a.Stream, b.Value, b.Stream));
        var limit = Math.Clamp(query.Limit, 1, 5000);
        var page = rows
            .Where(r => cursor is null || (descending ? -1 : 1) * Compare(r.Value, r.Stream, cursor.Value, cursor.Stream) > 0)
            .Take(limit + 1).ToList();
        var next = page.Count > limit ? new ViewCursor(page[limit - 1].Value, page[limit - 1].Stream).Encode() : null;
        return Task.FromResult(new ViewPage([.. page.Take(limit).Select(r => r.View)], next));
    }

    public Task<IReadOnlyDictionary<string, long>> CountByAsync(ViewQuery query, string column, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(Matching(query).GroupBy(v => ViewColumns.Value(v.Row, column)).ToDictionary(g => g.Key, g => (long)g.Count()));

    public Task<StoredView?> FindAsync(ActorId id, ViewScope scope, CancellationToken cancellationToken)
    {
        lock (tables.Sync)
        {
            return Task.FromResult(tables.View(id) is { } view && Covers(scope, view.Row) ? view : null);
        }
    }

    private List<StoredView> Matching(ViewQuery query)
    {
        var words = ViewColumns.Words(query.Search);
        var dueBy = query.DueBy is null ? null : ViewColumns.Text(query.DueBy);
        if (query.Where.Keys.FirstOrDefault(k => !ViewColumns.IsKnown(k)) is { } unknown)
        {
            throw ViewColumns.Unknown(unknown);
        }

        lock (tables.Sync)
        {
            return !tables.Views.TryGetValue(query.Kind, out var rows) ? [] :
            [
                .. rows.Values
                    .Where(v => Covers(query.Scope, v.Row))
                    .Where(v => query.Where.All(w => w.Value.Contains(ViewColumns.Value(v.Row, w.Key))))
                    .Where(v => dueBy is null || string.CompareOrdinal(ViewColumns.Text(v.Row.Due), dueBy) <= 0)
                    .Where(v => words.All(w => ViewColumns.SearchText(v.Row).Contains(w, StringComparison.Ordinal))),
            ];
        }
    }

    private static bool Covers(ViewScope scope, ViewRow row) => scope.Everything || scope.Parts.Any(p =>
        Fits(p.Sponsor, row.Sponsor) && Fits(p.Study, row.Study) && Fits(p.Country, row.Country) && Fits(p.Site, row.Site));

    private static bool Fits(string? granted, string? actual) => granted is null || granted == (actual ?? "");

    private static int Compare(string value, string stream, string otherValue, string otherStream)
    {
        var order = string.CompareOrdinal(value, otherValue);
        return order != 0 ? order : string.CompareOrdinal(stream, otherStream);
    }
}
