using System.Runtime.CompilerServices;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>
/// What a script costs is part of the language: a script that ends within its budget in one release must do so in the next, and
/// another price is another version of the language. Each line is run behind <see cref="Given"/>; the record holds what it costs more
/// than that alone. STARTUP_COSTS=write records the prices of new lines; read them before keeping them.
/// </summary>
public sealed class CostTests
{
    private const string Mark = " //=> ";
    private const string Given = """
        const t = 'ab'.repeat(100), a = Array(70).fill(7), o = Object.fromEntries(a.map((x, i) => ['k' + i, i])), m = new Map(Object.entries(o)), s = new Set(a.keys());
        let n = 0, u; const f = (x, ...r) => x; const p = {q: {r: [1]}}; const e = (z = 1) => { return z };

        """;

    [Fact]
    public void Line_of_a_script_costs_what_it_did()
    {
        var lines = File.ReadLines(FileName()).ToList();
        var (steps, bytes) = Cost(Script.Parse(Given));
        string More(string line) => Cost(Script.Parse(Given + line)) is var cost ? $"{cost.Steps - steps} steps, {cost.Bytes - bytes} bytes" : "";
        if (Environment.GetEnvironmentVariable("STARTUP_COSTS") == "write")
            File.WriteAllLines(FileName(), lines.Select(l => l.Length == 0 || l.StartsWith("# ", StringComparison.Ordinal) || l.Contains(Mark, StringComparison.Ordinal) ? l : l + Mark + More(l)).ToList());

        var wrong = lines.Where(l => l.Contains(Mark, StringComparison.Ordinal)).Select(l => l.Split(Mark))
            .Where(p => !Costs(Script.Parse(Given + p[0]), steps + long.Parse(p[1].Split(' ')[0], null), bytes + long.Parse(p[1].Split(' ')[2], null)))
            .Select(p => $"{p[0]}\n   expected {p[1]}\n   but was  {More(p[0])}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    /// <summary>Whether the script ends with so much and not with less.</summary>
    private static bool Costs(Script script, long steps, long bytes) =>
        Ends(script, new(steps, 100_000_000, 100)) && !Ends(script, new(steps - 1, 100_000_000, 100)) && Ends(script, new(1_000_000, bytes, 100)) && !Ends(script, new(1_000_000, bytes - 1, 100));

    private static (long Steps, long Bytes) Cost(Script script) =>
        (Least(script, steps => new(steps, 100_000_000, 100)), Least(script, bytes => new(1_000_000, bytes, 100)));

    private static long Least(Script script, Func<long, ScriptBudget> budget)
    {
        var (fails, ends) = (-1L, 1L);
        while (!Ends(script, budget(ends))) (fails, ends) = (ends, ends * 4);
        while (ends - fails > 1)
        {
            var middle = (fails + ends) / 2;
            (fails, ends) = Ends(script, budget(middle)) ? (fails, middle) : (middle, ends);
        }

        return ends;
    }

    private static bool Ends(Script script, ScriptBudget budget)
    {
        try
        {
            script.Evaluate(TestHost.Instance, budget);
            return true;
        }
        catch (ScriptException error) when (error.IsBudget)
        {
            return false;
        }
    }

    private static string FileName([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "costs.txt");
}
