using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance.Invariants;

/// <summary>
/// Invariants 3 and 10: the journal is the truth and changes to it show. Red when the hash leaves out a field, and,
/// for streams that vanish and tails that are cut, when the anchor is not looked at.
/// </summary>
public sealed class TamperingTests
{
    private static readonly (string Sql, string Stream, string Field)[] Tamperings =
    [
        ("update journal set data = '{\"amount\":9}' where stream = 'task/p1' and version = 2", "task/p1", "hash"),
        ("update journal set by_whom = 'person/eve' where stream = 'task/p1' and version = 3", "task/p1", "hash"),
        ("update journal set business_time = '2020-01-01T00:00:00.000000000Z' where stream = 'task/p2' and version = 1", "task/p2", "hash"),
        ("update journal set command_id = 'x' where stream = 'task/p2' and version = 4", "task/p2", "hash"),
        ("delete from journal where stream = 'task/p3' and version = 2", "task/p3", "version"),
        ("delete from journal where stream = 'task/p3' and version = 4", "task/p3", "version"),
        ("delete from journal where stream = 'task/p4'; delete from state where stream = 'task/p4'", "task/p4", "stream"),
        ("delete from journal where stream = 'task/p4'", "task/p4", "journal"),
        ("update journal set version = version + 10 where stream = 'task/p1' and version = 4", "task/p1", "version"),
        ("update state set doc = replace(doc, '\"total\":6', '\"total\":60') where stream = 'task/p1'", "task/p1", "state.state.total"),
        ("update views set status = 'activated' where stream = 'task/p1'", "task/p1", "view.status"),
        ("update views set doc = '{\"total\":600}' where stream = 'task/p2'", "task/p2", "view.total"),
        ("update audit set by_whom = 'person/eve' where stream = 'task/p2' and version = 1", "task/p2", "audit"),
    ];

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Tampering_is_found_and_named(string engine)
    {
        foreach (var (sql, stream, field) in Tamperings)
        {
            await using var database = await Engine.NewAsync(engine);
            await using var fixture = await FilledAsync(database);
            var verifier = new AuditVerifier(database.Storage, fixture.Runtime.Shells);
            var file = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.NewGuid():n}");
            var anchors = new AnchorFile(file, new byte[32]);
            var anchor = await anchors.AddAsync(database.Storage, fixture.Clock.Now, TestContext.Current.CancellationToken);
            Assert.Empty((await verifier.VerifyAsync(anchor, 10, TestContext.Current.CancellationToken)).Faults);

            await RawSql.DisarmAsync(database);
            await RawSql.RunAsync(database, sql);
            var faults = (await verifier.VerifyAsync(anchors.Read(), 10, TestContext.Current.CancellationToken)).Faults;
            Assert.Contains(faults, f => f.Stream == stream && f.Field == field);
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Chain_written_anew_is_found_by_the_anchor()
    {
        await using var database = await Engine.NewAsync(Engine.Memory);
        await using var fixture = await FilledAsync(database);
        await using var other = await Engine.NewAsync(Engine.Memory);
        await using var forged = await FilledAsync(other, firstAmount: 2);
        var file = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.NewGuid():n}");
        var anchor = await new AnchorFile(file, new byte[32]).AddAsync(database.Storage, fixture.Clock.Now, TestContext.Current.CancellationToken);
        var faults = (await new AuditVerifier(other.Storage, forged.Runtime.Shells).VerifyAsync(anchor, 10, TestContext.Current.CancellationToken)).Faults;
        Assert.Contains(faults, f => f.Problem.Contains("written anew", StringComparison.Ordinal));
        File.Delete(file);
    }

    [Fact]
    public async Task Anchor_file_that_was_edited_is_refused()
    {
        await using var database = await Engine.NewAsync(Engine.Memory);
        await using var fixture = await FilledAsync(database);
        var file = Path.Combine(Path.GetTempPath(), $"anchor-{Guid.NewGuid():n}");
        var anchors = new AnchorFile(file, new byte[32]);
        await anchors.AddAsync(database.Storage, fixture.Clock.Now, TestContext.Current.CancellationToken);
        await fixture.SendAsync(Probe("p1"), new Add(1), "late");
        await anchors.AddAsync(database.Storage, fixture.Clock.Now, TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(file, [lines[1]], TestContext.Current.CancellationToken);
        Assert.Throws<AnchorException>(anchors.Read);
        await File.WriteAllLinesAsync(file, [lines[0].Replace("\"version\":4", "\"version\":3", StringComparison.Ordinal), lines[1]], TestContext.Current.CancellationToken);
        Assert.Throws<AnchorException>(anchors.Read);
        File.Delete(file);
    }

    [Theory]
    [MemberData(nameof(Engine.Durable), MemberType = typeof(Engine))]
    public async Task Rebuild_restores_documents_and_rows_from_the_journal(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using var fixture = await FilledAsync(database);
        await RawSql.RunAsync(database, "update state set doc = replace(doc, '\"total\":6', '\"total\":60')");
        await RawSql.RunAsync(database, "delete from views");
        var rebuilt = await new Rebuilder(database.Storage, fixture.Runtime.Shells).RebuildAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal((5L, 0), (rebuilt.Rebuilt, rebuilt.Faults.Count));
        Assert.Empty((await new AuditVerifier(database.Storage, fixture.Runtime.Shells).VerifyAsync(null, 10, TestContext.Current.CancellationToken)).Faults);
        Assert.Equal(6, (await fixture.StateAsync(Probe("p1"))).Total);
    }

    private static async Task<RuntimeFixture> FilledAsync(TestDatabase database, int firstAmount = 1)
    {
        var fixture = new RuntimeFixture(database.Storage, options: new RuntimeOptions { Background = false });
        for (var p = 1; p <= 5; p++)
        {
            await fixture.SendAsync(Probe($"p{p}"), new Add(firstAmount), $"a{p}");
            await fixture.SendAsync(Probe($"p{p}"), new Add(2), $"b{p}");
            await fixture.SendAsync(Probe($"p{p}"), new Describe("open"), $"c{p}");
            await fixture.SendAsync(Probe($"p{p}"), new Add(3), $"d{p}");
        }

        return fixture;
    }
}
