using Npgsql;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Storage.Conformance;

public sealed class OpeningTests
{
    [Fact]
    public async Task Data_folder_has_one_owner_whose_address_is_told()
    {
        await using var database = await Engine.NewAsync(Engine.Sqlite);
        ((SqliteStorage)database.Storage).Folder.Announce("http://localhost:5000");
        Assert.Equal("http://localhost:5000", DataFolder.OwnerOf(database.Folder!));
        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(database.OpenAnotherAsync);
        Assert.Equal("http://localhost:5000", refused.OwnerUrl);
        await database.Storage.DisposeAsync();
        Assert.Null(DataFolder.OwnerOf(database.Folder!));
    }

    [Fact]
    public async Task Database_is_never_anything_else_than_it_was_born_as()
    {
        await using var database = await Engine.NewAsync(Engine.Sqlite, DatabaseNature.Training);
        await database.Storage.DisposeAsync();
        await Assert.ThrowsAsync<DatabaseRefusedException>(() => SqliteStorage.OpenAsync(new SqliteOptions(database.Folder!) { Nature = DatabaseNature.Production }, TimeProvider.System));
        Assert.Equal(DatabaseNature.Training, (await database.ReopenAsync()).Nature);
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Schema_of_a_newer_release_is_refused(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await RawSql.RunAsync(database, "insert into schema_version (version, applied_at) values (999, 'later')");
        await Assert.ThrowsAsync<DatabaseRefusedException>(database.ReopenAsync);
    }

    [Fact]
    public async Task Server_that_could_lose_acknowledged_work_is_refused()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(database.ConnectionString!), TimeProvider.System));
        Assert.Contains("fsync", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_role_works_but_cannot_change_delete_empty_or_drop_the_records()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        await RawSql.RunAsync(database, "drop role if exists app; create role app login; grant connect on database postgres to app");
        var owner = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var app = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "app" }.ToString();
        await using var storage = await PostgreSqlStorage.OpenAsync(
            new PostgreSqlOptions(app) { MigrationConnectionString = owner.ToString(), AcceptUnsafeServer = true }, TimeProvider.System);
        var step = Steps.New("site/a", 0, "c") with { View = Steps.View("a", "open"), Outbox = [Steps.Message("m", "mail", 1)] };
        Assert.IsType<CommitOutcome.Committed>((await storage.Steps.CommitAsync([step], TestContext.Current.CancellationToken))[0]);

        await using var connection = new NpgsqlConnection(app);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var sql in (string[])["update journal set data = ''", "delete from journal", "truncate journal", "drop table journal", "update audit set by_whom = ''", "delete from audit", "truncate audit"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task File_is_read_back_as_it_was_put_under_its_hash(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        var content = new byte[2_500_000];
        new Random(1).NextBytes(content);
        var address = await database.Storage.Blobs.PutAsync(new MemoryStream(content), TestContext.Current.CancellationToken);
        Assert.Equal(address, await database.Storage.Blobs.PutAsync(new MemoryStream(content), TestContext.Current.CancellationToken));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), address.Sha256);
        await using var read = await database.Storage.Blobs.OpenAsync(address.Sha256, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await read!.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(content, copy.ToArray());
        Assert.Null(await database.Storage.Blobs.OpenAsync(new string('0', 64), TestContext.Current.CancellationToken));
    }
}
