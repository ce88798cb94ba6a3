using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>Readers wait for the oldest transaction of the whole server, so long ones of other tests must not run beside these.</summary>
[Collection("horizon")]
public sealed class ChangesTests
{
    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task Reader_of_changes_misses_none_while_many_commit(string engine)
    {
        const int streams = 12;
        const int each = 15;
        await using var database = await Engine.NewAsync(engine);
        await using var fixture = new RuntimeFixture(database.Storage, options: new RuntimeOptions { Background = false });
        var position = (await database.Storage.Journal.ChangesAsync(null, 10, TestContext.Current.CancellationToken)).Position;
        var writing = Task.WhenAll(Enumerable.Range(0, streams).Select(s => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await fixture.SendAsync(Probe($"s{s}"), new Add(1), $"c{i}");
            }
        })));

        var reached = new Dictionary<string, long>();
        var started = TimeProvider.System.GetTimestamp();
        while (reached.Count < streams || reached.Values.Any(v => v < each))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(90), $"Only {string.Join(' ', reached)}.");
            var page = await database.Storage.Journal.ChangesAsync(position, 7, TestContext.Current.CancellationToken);
            foreach (var change in page.Changes)
            {
                Assert.True(change.Version > reached.GetValueOrDefault(change.Stream), "A change came twice or out of order.");
                reached[change.Stream] = change.Version;
            }

            position = page.Position;
            if (page.Changes.Count == 0)
            {
                await database.Storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }
        }

        await writing;
    }
}
