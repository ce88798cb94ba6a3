using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Storage.Conformance.Invariants;

/// <summary>Invariant 6 as people meet it: many change the same documents, each says which version they saw.</summary>
public sealed class ConcurrentWriterTests(ITestOutputHelper output)
{
    private const int Writers = 64;
    private const int Documents = 8;

    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task Change_that_saw_an_older_version_is_a_conflict_never_an_overwrite(string engine)
    {
        var each = LongForm.Count(usual: 20, full: engine == Engine.PostgreSql ? 5_000 : 1_000);
        await using var database = await Engine.NewAsync(engine);
        var manual = new RuntimeOptions { Background = false };
        await using var first = new RuntimeFixture(database.Storage, options: manual);
        await using var second = new RuntimeFixture(engine == Engine.PostgreSql ? await database.OpenAnotherAsync() : database.Storage, options: manual);

        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(w % 2 == 0 ? first : second, w, each))));

        var conflicts = written.Sum(w => w.Conflicts);
        output.WriteLine($"{Writers * each} changes, {conflicts} conflicts");
        Assert.True(conflicts > 0, "Nobody was ever second.");
        for (var d = 0; d < Documents; d++)
        {
            var stored = (await first.Runtime.Actors.ReadAsync(Document(d), TestContext.Current.CancellationToken))!;
            Assert.Equal(written.Sum(w => w.Accepted[d]), ((ProbeState)stored.State).Total);
            Assert.Equal(written.Sum(w => w.Accepted[d]), stored.Version);
        }
    }

    private static ActorId Document(int number) => Probe($"d{number}", ActorKind.Document);

    /// <summary>Reads and changes documents in turn; what another changed in between is given up.</summary>
    private static async Task<(int[] Accepted, int Conflicts)> WriteAsync(RuntimeFixture fixture, int writer, int changes)
    {
        var accepted = new int[Documents];
        var conflicts = 0;
        for (var n = 0; n < changes; n++)
        {
            var d = (writer + n) % Documents;
            var seen = (await fixture.Runtime.Actors.ReadAsync(Document(d), TestContext.Current.CancellationToken))?.Version ?? 0;
            var result = await fixture.SendAsync(Document(d), new Add(1), $"w{writer}.{n}", expected: seen);
            if (result is CommandResult.Done done)
            {
                Assert.Equal(seen + 1, done.Version);
                accepted[d]++;
            }
            else
            {
                Assert.Equal(RefusalKind.Changed, Assert.IsType<CommandResult.Refused>(result).Refusal.Kind);
                conflicts++;
            }
        }

        return (accepted, conflicts);
    }
}
