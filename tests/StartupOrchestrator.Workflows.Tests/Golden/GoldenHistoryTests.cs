using System.Runtime.CompilerServices;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Workflows.Tests.Golden;

/// <summary>
/// Histories of this release. A stored state must run on as it did when it was stored, for ever: when one of these tests
/// fails, the engine has changed under running instances. Set STARTUP_GOLDEN=write to record new ones, never to repair old.
/// A folder holds the definition, the stimuli, the history (facts, printed lines and the stored state after each step) and
/// the effects that the host was asked for.
/// </summary>
public sealed class GoldenHistoryTests
{
    public static TheoryData<string> Names => [.. Directory.GetDirectories(Here()).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void History_is_the_one_that_was_recorded(string name)
    {
        var run = GoldenRun.Of(Path.Combine(Here(), name));

        Assert.Equal(Recorded(name, "history.txt", run.History), run.History);
        Assert.Equal(Recorded(name, "effects.txt", run.Effects), run.Effects);
    }

    [Theory, MemberData(nameof(Names))]
    public void Recorded_state_goes_on_as_the_live_one_did(string name)
    {
        var folder = Path.Combine(Here(), name);
        var states = File.ReadLines(Path.Combine(folder, "history.txt")).Where(l => l.StartsWith("{\"id\":", StringComparison.Ordinal)).ToList();

        for (var step = 1; step < states.Count; step++)
            Assert.Equal(states[step], GoldenRun.Step(folder, step, states[step - 1]));
    }

    [Fact]
    public void Every_activity_of_the_palette_has_a_history()
    {
        var recorded = Names.SelectMany(row => GoldenRun.Types(Path.Combine(Here(), (string)row.Data))).ToHashSet();

        Assert.Equal([], ActivityRegistry.Default.All.Where(d => !d.Declaration.Hidden).Select(d => d.Type).Except(recorded));
    }

    private static string Recorded(string name, string file, string now)
    {
        var path = Path.Combine(Here(), name, file);
        if (Environment.GetEnvironmentVariable("STARTUP_GOLDEN") == "write" && !File.Exists(path)) File.WriteAllText(path, now);
        return File.ReadAllText(path);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
