using Npgsql;
using NpgsqlTypes;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>Rows that go to the server as one array a column. Names that begin with <c>#</c> are numbers, the others texts.</summary>
internal sealed class RowSet
{
    private readonly NpgsqlCommand command;
    private readonly string alias;
    private readonly string[] names;
    private readonly List<string?>?[] texts;
    private readonly List<long>?[] numbers;
    private readonly NpgsqlParameter[] parameters;
    private string? sql;

    public RowSet(NpgsqlCommand command, string alias, params string[] columns)
    {
        this.command = command;
        this.alias = alias;
        names = [.. columns.Select(c => c.TrimStart('#'))];
        texts = [.. columns.Select(c => c[0] == '#' ? null : new List<string?>())];
        numbers = [.. columns.Select(c => c[0] == '#' ? new List<long>() : null)];
        parameters = [.. columns.Select(Parameter)];
    }

    /// <summary>For a FROM clause. Only rows whose clause was asked for take part in the command.</summary>
    public string Sql => sql ??= Join();

    public void Add(params ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (numbers[i] is { } column)
            {
                column.Add((long)row[i]!);
            }
            else
            {
                texts[i]!.Add((string?)row[i]);
            }
        }
    }

    /// <summary>Hands the rows to the command and starts afresh.</summary>
    public void Bind()
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (numbers[i] is { } column)
            {
                ((NpgsqlParameter<long[]>)parameters[i]).TypedValue = [.. column];
                column.Clear();
            }
            else
            {
                ((NpgsqlParameter<string?[]>)parameters[i]).TypedValue = [.. texts[i]!];
                texts[i]!.Clear();
            }
        }
    }

    private static NpgsqlParameter Parameter(string column) => column[0] == '#'
        ? new NpgsqlParameter<long[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint }
        : new NpgsqlParameter<string?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private string Join()
    {
        var first = command.Parameters.Count + 1;
        command.Parameters.AddRange(parameters);
        return $"unnest({string.Join(", ", names.Select((_, i) => $"${first + i}"))}) as {alias}({string.Join(", ", names)})";
    }
}
