using Microsoft.Data.Sqlite;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;
using StartupOrchestrator.Storage.Sqlite;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Conformance.Invariants;

/// <summary>
/// Invariants 1 and 4: one transaction, durable when acknowledged. Red when what was written before the
/// error is committed instead of rolled back.
/// </summary>
public sealed class OneCommitTests
{
    [Theory]
    [InlineData("views")]
    [InlineData("audit")]
    [InlineData("outbox")]
    [InlineData("timers")]
    [InlineData("personal")]
    [InlineData("journal")]
    public async Task Step_of_which_one_part_cannot_be_written_leaves_nothing(string table)
    {
        await using var database = await Engine.NewAsync(Engine.Sqlite);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(database.Folder!, SqliteStorage.FileName)};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = $"create trigger broken before insert on {table} begin select raise(abort, 'broken'); end";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var good = Steps.New("site/good", 0, "g");
        var step = Steps.New("site/a", 0, "c");
        step = step with
        {
            Audit = Steps.Audit(step),
            View = Steps.View("a", "open"),
            Outbox = [Steps.Message("m", "mail", 1)],
            Timers = [new TimerRow("t", 1, Steps.Start, "{}")],
            Personal = [new SealedValue(new PersonalRef("p", "h"), "n", "v", null)],
        };
        await Assert.ThrowsAsync<BadStepException>(() => database.Storage.Steps.CommitAsync([good, step], TestContext.Current.CancellationToken));
        Assert.Null(await database.Storage.Steps.LoadAsync("site/a", TestContext.Current.CancellationToken));
        Assert.Null(await database.Storage.Steps.FindAnswerAsync("site/a", "c", TestContext.Current.CancellationToken));
        Assert.Null(await database.Storage.Records.ViewAsync("site/a", TestContext.Current.CancellationToken));
        Assert.Null(await database.Storage.Deliveries.NextDueAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await database.Storage.Personal.ReadAsync(["p"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Journal_and_audit_facts_refuse_to_be_changed_or_deleted(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        var step = Steps.New("site/a", 0, "c");
        await database.Storage.Steps.CommitAsync([step with { Audit = Steps.Audit(step) }], TestContext.Current.CancellationToken);
        foreach (var sql in (string[])["update journal set data = '{}'", "delete from journal", "update audit set changes = '[]'", "delete from audit"])
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RawSql.RunAsync(database, sql));
        }
    }
}
