using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance.Invariants;

/// <summary>
/// Invariant 7: what a decision relied on still holds at its commit. Red when SQLite's step writer skips the check
/// of evidence. Steps of one batch are kept apart by the committer; its own tests hold that.
/// </summary>
public sealed class EvidenceTests
{
    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task Two_actors_that_each_rely_on_the_other_being_free_never_both_take(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using var first = new RuntimeFixture(database.Storage, options: new RuntimeOptions { Background = false });
        await using var second = new RuntimeFixture(engine == Engine.PostgreSql ? await database.OpenAnotherAsync() : database.Storage, options: new RuntimeOptions { Background = false });
        for (var i = 0; i < 25; i++)
        {
            var (a, b) = (Probe($"a{i}"), Probe($"b{i}"));
            await first.SendAsync(a, new Describe("there"), $"da{i}");
            await first.SendAsync(b, new Describe("there"), $"db{i}");
            var results = await Task.WhenAll(
                Task.Run(() => first.SendAsync(a, new AddIfOtherBelow(b, 1, 1), $"xa{i}"), TestContext.Current.CancellationToken),
                Task.Run(() => second.SendAsync(b, new AddIfOtherBelow(a, 1, 1), $"xb{i}"), TestContext.Current.CancellationToken));
            Assert.Single(results, r => r is CommandResult.Done);
            Assert.Equal(1, (await first.StateAsync(a)).Total + (await first.StateAsync(b)).Total);
        }
    }

    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task Name_claimed_by_many_at_once_is_held_by_one(string engine)
    {
        await using var database = await Engine.NewAsync(engine);
        await using var fixture = new RuntimeFixture(database.Storage, options: new RuntimeOptions { Background = false });
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => fixture.SendAsync(Probe($"n{i}"), new Claim("account:x")), TestContext.Current.CancellationToken)));
        Assert.Single(results, r => r is CommandResult.Done);
        Assert.All(results.OfType<CommandResult.Refused>(), r => Assert.Equal(Domain.Actors.RefusalKind.NotUnique, r.Refusal.Kind));
    }
}
