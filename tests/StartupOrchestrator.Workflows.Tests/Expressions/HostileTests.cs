using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Programs meant to do harm: each ends within 250 ms and 64 MB, with a typed error or without consequence.</summary>
public sealed class HostileTests
{
    private const long MostBytes = 64_000_000;
#if DEBUG
    // Without the optimizer everything takes several times as long; the promise is about what is shipped.
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(1_000);
#else
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(250);
#endif

    // The first run also compiles the interpreter itself; the fastest counts.
    private const int Attempts = 3;

    // Without the optimizer all of them together take too long for every run.
    private static bool RunsAll => Environment.GetEnvironmentVariable("STARTUP_LONG") == "1"
#if !DEBUG
        || true
#endif
        ;

    [Fact]
    public void Hostile_program_ends_within_time_and_memory()
    {
        var programs = Programs().Concat(Generated()).ToArray();
        Assert.True(programs.Length >= 200);
        var seed = Environment.TickCount & 3;
        var failures = programs.Where((_, i) => RunsAll || i % 4 == seed).Select(Try).OfType<string>().ToArray();
        Assert.True(failures.Length == 0, $"part {seed}\n{string.Join('\n', failures)}");
    }

    [Fact]
    public void Parsing_random_bytes_ends_with_a_script_or_a_typed_error()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var pieces = Programs().SelectMany(program => program.Split(' ')).ToArray();
        for (var i = 0; i < 1_000; i++)
        {
            var source = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Mangle(random, pieces[random.Next(pieces.Length)])));
            var start = ThreadTime.Now();
            var exception = Record.Exception(() => Script.Parse(source));
            Assert.True(exception is null or ScriptException { Line: > 0, Column: > 0 }, $"seed {seed}: {source}\n{exception}");
            Assert.True(ThreadTime.Now() - start < TimeSpan.FromSeconds(1), $"seed {seed}: {source}");
        }
    }

    private static string Mangle(Random random, string piece) => random.Next(4) != 0 || piece.Length == 0
        ? piece
        : piece.Remove(random.Next(piece.Length), 1) + (char)random.Next(32, 127);

    private static string? Try(string source)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = ThreadTime.Now();
            var error = Record.Exception(() => Script.Parse(source).Evaluate(TestHost.Instance, ScriptBudget.Default).ToJson());
            var time = ThreadTime.Now() - start;
            best = time < best ? time : best;
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (error is not (null or ScriptException))
            {
                return $"{error.GetType().Name}: {Short(source)}\n{error}";
            }

            if (bytes > MostBytes)
            {
                return $"{bytes / 1_000_000} MB: {Short(source)} ({error?.Message})";
            }

            if (best < MostTime)
            {
                return null;
            }
        }

        return $"{best.TotalMilliseconds:0} ms: {Short(source)}";
    }

    private static string Short(string source) => source[..Math.Min(160, source.Length)];

    private static IEnumerable<string> Programs() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Expressions", "hostile.txt")).Where(line => line.Length > 0 && line[0] != '#');

    private static IEnumerable<string> Generated()
    {
        static string Times(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
        yield return Times("(", 50_000) + "1" + Times(")", 50_000);
        yield return Times("[", 50_000) + Times("]", 50_000);
        yield return Times("{", 50_000);
        yield return Times("({a:", 20_000) + "1" + Times("})", 20_000);
        yield return Times("-", 50_000).Replace("--", "- -", StringComparison.Ordinal) + "1";
        yield return Times("!", 90_000) + "1";
        yield return Times("typeof ", 10_000) + "1";
        yield return "1" + Times("+1", 40_000);
        yield return "1" + Times("**1", 30_000);
        yield return "a" + Times(".a", 40_000);
        yield return "a" + Times("?.a", 30_000);
        yield return "a" + Times("()", 40_000);
        yield return "a" + Times("[0]", 30_000);
        yield return Times("x=>", 30_000) + "1";
        yield return Times("1?", 20_000) + "1" + Times(":1", 20_000);
        yield return Times("1?1:", 20_000) + "1";
        yield return Times("if(1)", 15_000) + "1";
        yield return Times("for(;;)", 10_000) + ";";
        yield return Times("try{", 20_000);
        yield return Times("`${", 30_000);
        yield return Times("a=", 40_000) + "1";
        yield return "let " + Times("[", 40_000);
        yield return "1" + Times(",1", 49_000);
        yield return "[" + Times("1,", 49_000) + "]";
        yield return Times("1;", 49_000);
        yield return "f(" + Times("1,", 49_000) + "1)";
        yield return Times("/*", 40_000);
        yield return new string('(', 99_999);
        yield return new string('\'', 99_999);
        yield return new string('\\', 99_999);
        yield return new string('x', 2_000_000);
        yield return "/" + new string('(', 50_000) + "/";
        yield return "/" + Times("(a*)*", 300) + "b/.test('a'.repeat(30))";
        yield return "const f = x => " + Times("x ? x : ", 150) + "f(x); f(0)";
        yield return "const f = x => f(" + Times("[", 150) + "x" + Times("]", 150) + "); f(0)";
        yield return "let o = {}; " + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"o.a{i} = {i};"));
        yield return string.Concat(Enumerable.Range(0, 6_000).Select(i => $"let v{i} = {i};"));
        yield return "switch (1) {" + Times("case 2:", 10_000) + "}";
    }
}
