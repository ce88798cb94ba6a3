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
        var (steps, bytes) = Cost("");
        string More(string line) => Cost(line) is var cost ? $"{cost.Steps - steps} steps, {cost.Bytes - bytes} bytes" : "";
        if (Environment.GetEnvironmentVariable("STARTUP_COSTS") == "write")
            File.WriteAllLines(FileName(), lines.Select(l => l.Length == 0 || l.StartsWith("# ", StringComparison.Ordinal) || l.Contains(Mark, StringComparison.Ordinal) ? l : l + Mark + More(l)).ToList());

        var wrong = lines.Where(l => l.Contains(Mark, StringComparison.Ordinal)).Select(l => l.Split(Mark))
            .Select(p => (Source: p[0], Expected: p[1], Actual: More(p[0])))
            .Where(p => p.Actual != p.Expected).Select(p => $"{p.Source}\n   expected {p.Expected}\n   but was  {p.Actual}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    private static (long Steps, long Bytes) Cost(string line)
    {
        var script = Script.Parse(Given + line);
        return (Least(steps => new(steps, 100_000_000, 100)), Least(bytes => new(1_000_000, bytes, 100)));

        long Least(Func<long, ScriptBudget> budget)
        {
            var (fails, ends) = (-1L, 1L);
            while (!Ends(budget(ends))) (fails, ends) = (ends, ends * 4);
            while (ends - fails > 1)
            {
                var middle = (fails + ends) / 2;
                (fails, ends) = Ends(budget(middle)) ? (fails, middle) : (middle, ends);
            }

            return ends;
        }

        bool Ends(ScriptBudget budget)
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
    }

    private static string FileName([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "costs.txt");
}
