using Npgsql;
using NpgsqlTypes;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>Rows that go to the server as one array a column. Names that begin with <c>#</c> are numbers, the others texts.</summary>
internal sealed class RowSet
{
    private readonly string[] columns;
    private readonly List<object?>[] values;
    private readonly NpgsqlParameter[] parameters;

    public RowSet(NpgsqlCommand command, string alias, params string[] columns)
    {
        this.columns = columns;
        values = [.. columns.Select(_ => new List<object?>())];
        parameters = [.. columns.Select(c => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | (IsNumber(c) ? NpgsqlDbType.Bigint : NpgsqlDbType.Text) })];
        var first = command.Parameters.Count + 1;
        command.Parameters.AddRange(parameters);
        Sql = $"unnest({string.Join(", ", columns.Select((_, i) => $"${first + i}"))}) as {alias}({string.Join(", ", columns.Select(Name))})";
    }

    /// <summary>For a FROM clause.</summary>
    public string Sql { get; }

    public void Add(params ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i].Add(row[i]);
        }
    }

    /// <summary>Hands the rows to the command and starts afresh.</summary>
    public void Bind()
    {
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = IsNumber(columns[i]) ? values[i].Select(v => (long)v!).ToArray() : values[i].Select(v => (string?)v).ToArray();
            values[i].Clear();
        }
    }

    private static bool IsNumber(string column) => column[0] == '#';

    private static string Name(string column) => column.TrimStart('#');
}
