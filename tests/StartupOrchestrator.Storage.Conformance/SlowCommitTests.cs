using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>
/// PostgreSQL gives positions before it commits, so a later position may be seen first. Each commit takes another time
/// here, and the readers of changes must still miss none.
/// </summary>
[Collection("horizon")]
public sealed class SlowCommitTests(ITestOutputHelper output)
{
    private static readonly int Processes = LongForm.Count(usual: 4, full: 16);
    private const int SendersEach = 24;
    private const int Readers = 3;

    [Fact]
    public async Task Reader_misses_no_change_while_each_commit_takes_another_time()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        await RawSql.RunAsync(database, """
            create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(random() * 0.2); return null; end $$;
            create constraint trigger commit_takes_time after insert on journal deferrable initially deferred
              for each row when (new.pos % 8 = 0) execute function dawdle()
            """);
        var each = LongForm.Count(usual: 5, full: 200_000 / (Processes * SendersEach));
        var position = (await database.Storage.Journal.ChangesAsync(null, 1, TestContext.Current.CancellationToken)).Position;
        var reading = Enumerable.Range(0, Readers).Select(r => Task.Run(() => ReadAsync(database.Storage, position, pageSize: 5 + (20 * r), each))).ToList();
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(p => Task.Run(() => WriteAsync(database, p, each))));
        await Task.WhenAll(reading);
        output.WriteLine($"{Processes * SendersEach * each} events, {Readers} readers");
    }

    private static async Task WriteAsync(TestDatabase database, int process, int each)
    {
        await using var storage = await database.OpenAnotherAsync();
        await using var fixture = new RuntimeFixture(storage, options: new RuntimeOptions { Background = false });
        await Task.WhenAll(Enumerable.Range(0, SendersEach).Select(s => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await fixture.SendAsync(Probe($"{process}.{s}"), new Add(1), $"c{i}");
            }
        })));
    }

    private static async Task ReadAsync(IStorage storage, string? position, int pageSize, int each)
    {
        var reached = new Dictionary<string, long>();
        var still = TimeProvider.System.GetTimestamp();
        while (reached.Count < Processes * SendersEach || reached.Values.Any(v => v < each))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(still) < TimeSpan.FromSeconds(60), $"No change was seen for a minute; {reached.Values.Sum()} versions until then.");
            var page = await storage.Journal.ChangesAsync(position, pageSize, TestContext.Current.CancellationToken);
            foreach (var change in page.Changes)
            {
                Assert.True(change.Version > reached.GetValueOrDefault(change.Stream), $"{change.Stream} came twice or out of order.");
                reached[change.Stream] = change.Version;
            }

            position = page.Position;
            if (page.Changes.Count == 0)
            {
                await storage.WaitForChangeAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }
            else
            {
                still = TimeProvider.System.GetTimestamp();
            }
        }
    }
}
