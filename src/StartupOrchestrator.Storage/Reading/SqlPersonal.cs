using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>The table <c>personal</c>: the only place where personal values are.</summary>
public sealed class SqlPersonal(ISqlDatabase database) : IPersonalValues
{
    private const int Page = 500;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>();
        foreach (var page in ids.Distinct().Chunk(Page))
        {
            var rows = await database.ReadAsync(
                c => c.QueryAsync<(string Id, string Value)>(new CommandDefinition($"select id, value from personal where id {database.Dialect.Among("page")}", new { page }, cancellationToken: cancellationToken)),
                cancellationToken).ConfigureAwait(false);
            foreach (var (id, value) in rows)
            {
                values[id] = value;
            }
        }

        return values;
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(string subject, CancellationToken cancellationToken) =>
        database.ChangeAsync((c, t) => c.ExecuteAsync("delete from personal where subject = @subject", new { subject }, t), cancellationToken);
}
