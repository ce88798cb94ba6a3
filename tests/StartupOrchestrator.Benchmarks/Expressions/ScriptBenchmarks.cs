using BenchmarkDotNet.Attributes;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Benchmarks.Expressions;

/// <summary>Prepared scripts of the kinds that workflows hold. The goal is 100,000 evaluations a second and core for the first.</summary>
[MemoryDiagnoser]
public class ScriptBenchmarks
{
    private static readonly Host Names = new();

    private Script _script = Script.Parse("0");

    /// <summary>The script under test.</summary>
    [Params(
        "getN() > 3",
        "`Site ${getN()}: ${getS().toUpperCase()}`",
        "getItems().filter(x => x > 1).map(x => x * 2).reduce((a, b) => a + b, 0)",
        "let total = 0; for (const x of getItems()) { if (x % 2) total += x; } return total;",
        "/^\\d{4}-\\d{2}-\\d{2}$/.test('2026-03-12')")]
    public string Source { get; set; } = "";

    /// <summary>Reads the script once.</summary>
    [GlobalSetup]
    public void Prepare() => _script = Script.Parse(Source);

    /// <summary>One evaluation of the prepared script.</summary>
    [Benchmark]
    public ScriptValue Evaluate() => _script.Evaluate(Names, ScriptBudget.Default);

    /// <summary>Reading the text.</summary>
    [Benchmark]
    public Script Parse() => Script.Parse(Source);

    private sealed class Host : IScriptHost
    {
        private readonly Dictionary<string, ScriptValue> _functions = new()
        {
            ["getN"] = ScriptValue.FromFunction("getN", _ => 5),
            ["getS"] = ScriptValue.FromFunction("getS", _ => "Warsaw"),
            ["getItems"] = ScriptValue.FromFunction("getItems", _ => ScriptValue.FromItems([3, 1, 2, 5])),
        };

        public bool TryGetGlobal(string name, out ScriptValue value) => _functions.TryGetValue(name, out value);

        public bool TrySetGlobal(string name, ScriptValue value) => false;
    }
}
