using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Storage.Conformance;

public sealed class GeneratedSequenceTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Engine.All), MemberType = typeof(Engine))]
    public async Task Sequence_of_operations_is_observed_alike_on_every_database(string engine)
    {
        var first = Seed.Take(null);
        for (var seed = first; seed < first + LongForm.Count(usual: 12, full: 300); seed++)
        {
            output.WriteLine($"seed {seed}");
            var expected = await new OperationSequence(new MemoryStorage(), seed).RunAsync(60, TestContext.Current.CancellationToken);
            await using var database = await Engine.NewAsync(engine);
            var actual = await new OperationSequence(database.Storage, seed).RunAsync(60, TestContext.Current.CancellationToken);
            Assert.Equal(expected, actual);
        }
    }
}
