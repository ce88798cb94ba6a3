using System.Text;
using Dapper;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Runtime.Storage.Views;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>Turns a query into SQL. Names come from a closed list, values are always parameters.</summary>
internal sealed class ViewFilter
{
    private readonly SqlDialect dialect;
    private readonly ViewQuery query;
    private readonly string where;

    public ViewFilter(SqlDialect dialect, ViewQuery query)
    {
        this.dialect = dialect;
        this.query = query;
        var conditions = new StringBuilder("kind = ").Append(Add(Kind(query.Kind)));
        foreach (var (column, values) in query.Where)
        {
            conditions.Append(" and ").Append(Sql(column)).Append(values.Count switch
            {
                0 => " <> ''  and 1 = 0",
                1 => $" = {Add(values[0])}",
                _ => $" in ({string.Join(", ", values.Select(Add))})",
            });
        }

        if (query.DueBy is not null)
        {
            conditions.Append(" and due <= ").Append(Add(ViewColumns.Text(query.DueBy)));
        }

        foreach (var word in ViewColumns.Words(query.Search))
        {
            conditions.Append(" and search like ").Append(Add($"%{Escape(word)}%")).Append(" escape '!'");
        }

        where = conditions.Append(Scope()).ToString();
    }

    public DynamicParameters Parameters { get; } = new();

    private int Count { get; set; }

    public string Page(int limit)
    {
        var descending = query.Sort.StartsWith('-');
        var column = Sql(query.Sort.TrimStart('-'));
        var cursor = ViewCursor.Decode(query.Cursor) is not { } at ? "" : $" and ({column}, stream) {(descending ? "<" : ">")} ({Add(at.Value)}, {Add(at.Stream)})";
        var order = descending ? " desc" : "";
        return $"select {SqlViewRow.Columns} from views where {where}{cursor} order by {column}{order}, stream{order} limit {limit}";
    }

    public string CountBy(string column) => $"select {Sql(column)} as value, count(*) as number from views where {where} group by 1";

    public string One(string stream) => $"select {SqlViewRow.Columns} from views where stream = {Add(stream)} and {where}";

    public static string Kind(ActorKind kind) => new ActorId(kind, "x").ToString()[..^2];

    private string Sql(string name) => name switch
    {
        "waitingOn" => "waiting_on",
        "waitingSince" => "waiting_since",
        _ when ViewColumns.Names.Contains(name) => name,
        _ when ViewColumns.IsMember(name, out var member) => dialect.Member(member),
        _ => throw ViewColumns.Unknown(name),
    };

    private string Scope()
    {
        if (query.Scope.Everything)
        {
            return "";
        }

        var parts = query.Scope.Parts.Select(p =>
        {
            var limits = new[] { ("sponsor", p.Sponsor), ("study", p.Study), ("country", p.Country), ("site", p.Site) }
                .Where(l => l.Item2 is not null).Select(l => $"{l.Item1} = {Add(l.Item2!)}").ToList();
            return limits.Count == 0 ? "1 = 1" : $"({string.Join(" and ", limits)})";
        }).ToList();
        return parts.Count == 0 ? " and 1 = 0" : $" and ({string.Join(" or ", parts)})";
    }

    private static string Escape(string word) => word.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private string Add(string value)
    {
        var name = $"p{Count++}";
        Parameters.Add(name, value);
        return $"@{name}";
    }
}
