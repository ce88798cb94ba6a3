using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.PostgreSql;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>Made red by taking <c>enable_seqscan=off</c> off the writer's connection.</summary>
public sealed class PostgreSqlPlanTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Commit_never_scans_a_whole_table_whether_they_are_empty_or_full()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        var storage = (PostgreSqlStorage)database.Storage;
        var step = Steps.New("site/a", 0, "c1") with { Evidence = [("site/b", 0)], Claimed = ["x"], View = Steps.View("a", "open"), Outbox = [Steps.Message("m", "mail", 1)] };
        Check(await storage.ExplainCommitAsync([step], TestContext.Current.CancellationToken));

        var many = Enumerable.Range(0, 2000).Select(i => Steps.New($"site/s{i}", 0, "c1") with { View = Steps.View($"{i}", "open"), Outbox = [Steps.Message($"m{i}", "mail", 1)] });
        foreach (var batch in many.Chunk(100))
        {
            await storage.Steps.CommitAsync(batch, TestContext.Current.CancellationToken);
        }

        await storage.AnalyzeAsync(TestContext.Current.CancellationToken);
        Check(await storage.ExplainCommitAsync([step], TestContext.Current.CancellationToken));
    }

    private void Check(string plan)
    {
        output.WriteLine(plan);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        var unbounded = plan.Split('\n').Zip(plan.Split('\n').Skip(1)).Where(l => l.First.Contains("Index Scan using", StringComparison.Ordinal) && !l.Second.Contains("Index Cond", StringComparison.Ordinal));
        Assert.Empty(unbounded);
    }
}
