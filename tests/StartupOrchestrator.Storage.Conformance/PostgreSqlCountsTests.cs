using NodaTime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Storage.Conformance.Generated;

namespace StartupOrchestrator.Storage.Conformance;

/// <summary>Counts that all processes share: a limit kept by one process alone would allow each more.</summary>
public sealed class PostgreSqlCountsTests
{
    private static readonly Duration Window = Duration.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_counts_together_and_what_is_older_than_the_window_counts_no_more()
    {
        await using var database = await Engine.NewAsync(Engine.PostgreSql);
        var counts = database.Storage.Counts!;
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => counts.AddAsync("a", Steps.Start, Window, Token)));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), all.Order());
        Assert.Equal(1, await counts.AddAsync("b", Steps.Start, Window, Token));
        Assert.Equal(41, await counts.AddAsync("a", Steps.Start + Duration.FromSeconds(30), Window, Token));
        Assert.Equal(2, await counts.AddAsync("a", Steps.Start + Duration.FromSeconds(70), Window, Token));
        Assert.Equal(1, await counts.AddAsync("a", Steps.Start + Duration.FromMinutes(10), Window, Token));
    }
}
