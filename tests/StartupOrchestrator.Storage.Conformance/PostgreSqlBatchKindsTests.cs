using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>
/// PostgreSQL has a statement for each kind of batch, and one for all kinds when a connection has met too many. Made red by
/// leaving out <c>CommitParts.Sealed</c> where the parts of a step are found.
/// </summary>
public sealed class PostgreSqlBatchKindsTests
{
    [Fact]
    public async Task Every_kind_of_batch_commits_whole_also_after_a_connection_has_met_many()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        var steps = database.Storage.Steps;
        var cancellation = TestContext.Current.CancellationToken;
        for (var kind = 0; kind < 64; kind++)
        {
            var stream = $"site/k{kind}";
            var step = Steps.New(stream, 0, "c1") with
            {
                View = (kind & 1) == 0 ? null : Steps.View($"{kind}", "open"),
                Outbox = (kind & 2) == 0 ? [] : [Steps.Message($"m{kind}", "mail", 1)],
                ConsumedOutboxId = (kind & 4) == 0 ? null : $"m{kind - 1}",
                Timers = (kind & 8) == 0 ? [] : [new TimerRow("due", 1, Steps.Start, "{}")],
                Claimed = (kind & 16) == 0 ? [] : [$"name {kind}"],
                Personal = (kind & 32) == 0 ? [] : [new SealedValue(new($"p{kind}", "hash"), "nonce", "value", null)],
            };
            var again = Steps.New(stream, 1, "c2", step.Head) with { ClearedTimers = step.Timers.Length == 0 ? [] : ["due"], Released = step.Claimed };
            Assert.IsType<CommitOutcome.Committed>(Assert.Single(await steps.CommitAsync([step], cancellation)));
            Assert.IsType<CommitOutcome.Committed>(Assert.Single(await steps.CommitAsync([again], cancellation)));
            Assert.Equal(step.Personal.Length, (await database.Storage.Personal.ReadAsync([$"p{kind}"], cancellation)).Count);
            Assert.Equal(2, (await steps.LoadAsync(stream, cancellation))!.Version);

            // The name is free again, and what was done is known.
            var heir = Steps.New($"site/heir{kind}", 0, "c1") with { Claimed = step.Claimed };
            Assert.IsType<CommitOutcome.Committed>(Assert.Single(await steps.CommitAsync([heir], cancellation)));
            Assert.IsType<CommitOutcome.Repeated>(Assert.Single(await steps.CommitAsync([again], cancellation)));
        }
    }
}
