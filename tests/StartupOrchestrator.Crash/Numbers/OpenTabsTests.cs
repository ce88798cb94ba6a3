using StartupOrchestrator.Crash.Machines;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Numbers;

/// <summary>What a browser tab that listens to live changes costs the server; measured only in the long form.</summary>
public sealed class OpenTabsTests(ITestOutputHelper output)
{
    private const int FirstTabs = 200;
    private const int MoreTabs = 800;

    [Fact]
    public async Task Tab_that_stays_open_takes_less_than_a_tenth_of_a_megabyte()
    {
        LongForm.Only();
        var database = await PostgreSqlServer.StartAsync("");
        using var server = await ServerProcess.StartAsync(database.ConnectionString(await database.CreateEmptyAsync()));
        using var http = server.Client();

        // The first ones load code and fill pools; that is paid once.
        var tabs = new List<EventStream>();
        await OpenAsync(tabs, http, FirstTabs);
        var before = Resident(server.Id);
        await OpenAsync(tabs, http, MoreTabs);
        var each = (Resident(server.Id) - before) / MoreTabs;
        output.WriteLine($"{tabs.Count} open tabs: {each / 1e6:F3} MB each");
        tabs.ForEach(t => t.Dispose());
        server.Kill();
        database.Stop();
        Assert.True(each < 100_000);
    }

    private static async Task OpenAsync(List<EventStream> tabs, HttpClient http, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var tab = new EventStream(http);
            tabs.Add(tab);
            await tab.HelloAsync();
        }
    }

    /// <summary>Bytes of memory that the process holds.</summary>
    private static double Resident(int process) =>
        1024.0 * long.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
}
