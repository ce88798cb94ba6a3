using Dapper;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>The table <c>secrets</c>.</summary>
internal sealed class PostgreSqlSecrets(PostgreSqlDatabase database) : ISharedSecrets
{
    public Task<byte[]> KeepAsync(string name, byte[] offered, CancellationToken cancellationToken) => database.ReadAsync(
        async c =>
        {
            await c.ExecuteAsync(new CommandDefinition(
                "insert into secrets (name, value) values (@name, @offered) on conflict (name) do nothing", new { name, offered }, cancellationToken: cancellationToken)).ConfigureAwait(false);
            return (await c.ExecuteScalarAsync<byte[]>(new CommandDefinition("select value from secrets where name = @name", new { name }, cancellationToken: cancellationToken)).ConfigureAwait(false))!;
        },
        cancellationToken);

    public Task<IReadOnlyList<byte[]>> ListAsync(string prefix, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<byte[]>>(
        async c => [.. await c.QueryAsync<byte[]>(new CommandDefinition(
            "select value from secrets where starts_with(name, @prefix) order by name", new { prefix }, cancellationToken: cancellationToken)).ConfigureAwait(false)],
        cancellationToken);
}
