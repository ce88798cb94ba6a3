using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>
/// How deep and how long things may be. What a script may do in one release it may do in the next, so the limits stand here as
/// numbers; what lies side by side does not count as deep.
/// </summary>
public sealed class LimitTests
{
    private static readonly ScriptBudget Budget = new(50_000_000, 1_000_000_000, 1_000);

    [Theory]
    [InlineData("(|1|)", 198), InlineData("[|1|]", 198), InlineData("({a:|1|})", 99), InlineData("- |1|", 198), InlineData("x=>|1|", 198), InlineData("{|1|}", 198), InlineData("if(1)|1|", 198), InlineData("f(|1|)", 198), InlineData("`${|1|}`", 198), InlineData("1+|1|", 396)]
    [InlineData("JSON.parse('[|1|]')", 200), InlineData("JSON.parse('{\"a\":|1|}')", 200), InlineData("/(|a|)/", 49)]
    public void Script_may_nest_so_deep(string form, int deepest) => Assert.Equal(deepest, Deepest(n => Nested(form, n)));

    [Theory]
    [InlineData("JSON.stringify(a)", 201), InlineData("String(a)", 187), InlineData("a.flat(Infinity)", 201), InlineData("JSON.parse(JSON.stringify(a), (k, v) => v)", 200), InlineData("f(a); function f(x) { return Array.isArray(x) ? f(x[0]) : x }", 372)]
    public void Value_may_nest_so_deep(string use, int deepest) => Assert.Equal(deepest, Deepest(n => $"let a = 1; for (let i = 0; i < {n}; i++) a = [a]; {use}"));

    [Theory]
    [InlineData("[(((1)))],"), InlineData("{{{1}}};"), InlineData("(x => x)(1);"), InlineData("/((a))/;"), InlineData("`${1}`;"), InlineData("switch (1) { case 1: 1 }"), InlineData("JSON.parse('[[[1]]]');"), InlineData("JSON.stringify([[[1]]]);"), InlineData("[[[1]]].flat(2);")]
    public void What_lies_side_by_side_is_not_deep(string piece) => Assert.Null(Record.Exception(() => Run(string.Concat(Enumerable.Repeat(piece, 600)) + (piece[^1] == ',' ? "1" : ""))));

    [Theory]
    [InlineData("' '.repeat(n)", 8_000_000), InlineData("Array(n)", 1_000_000), InlineData("' '.padEnd(n)", 8_000_000), InlineData("const a = []; a.length = n", 1_000_000), InlineData("const a = []; a[n - 1] = 1", 1_000_000), InlineData("new RegExp('a{' + n + '}')", 19_997), InlineData("(' '.repeat(4000000) + ' '.repeat(n - 4000000)).length", 8_000_000)]
    public void Value_may_be_so_long(string use, int longest)
    {
        Assert.Null(Record.Exception(() => Run($"const n = {longest}; {use}; 1")));
        Assert.IsType<ScriptException>(Record.Exception(() => Run($"const n = {longest + 1}; {use}; 1")));
    }

    [Fact]
    public void Script_may_be_so_long()
    {
        Assert.Null(Record.Exception(() => Run("1".PadRight(Limits.SourceLength))));
        Assert.Equal(ScriptErrorKind.Unsupported, Assert.Throws<ScriptException>(() => Run("1".PadRight(Limits.SourceLength + 1))).Kind);
    }

    [Theory]
    [InlineData(200, true), InlineData(201, false)]
    public void Value_of_the_surroundings_may_nest_so_deep(int levels, bool may)
    {
        JsonNode node = 1;
        for (var i = 0; i < levels; i++) node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };

        var error = Record.Exception(() => ScriptValue.FromJson(node));

        Assert.Equal(may ? null : "The value contains itself or nests too deeply to become JSON.", error?.Message);
    }

    [Theory]
    [InlineData("let a = 1; for (let i = 0; i < 40; i++) a = [a]; a", true), InlineData("let a = 1; for (let i = 0; i < 41; i++) a = [a]; a", false), InlineData("let a = 1; for (let i = 0; i < 41; i++) a = {a}; a", false), InlineData("const o = {}; o.o = o; o", false)]
    public void Value_that_leaves_a_script_may_nest_so_deep(string source, bool may)
    {
        var error = Record.Exception(() => Script.Parse(source).Evaluate(TestHost.Instance, Budget).ToJson());

        Assert.Equal(may ? null : "The value contains itself or nests too deeply to become JSON.", error?.Message);
    }

    private static string Nested(string form, int levels) => form.Split('|') is [var open, var core, var close] && open.IndexOf('\'', StringComparison.Ordinal) is var quote and > 0
        ? open[..(quote + 1)] + string.Concat(Enumerable.Repeat(open[(quote + 1)..], levels)) + core + string.Concat(Enumerable.Repeat(close[..close.IndexOf('\'', StringComparison.Ordinal)], levels)) + "')"
        : form[0] == '/' ? $"/{string.Concat(Enumerable.Repeat("(", levels))}a{string.Concat(Enumerable.Repeat(")", levels))}/"
        : string.Concat(Enumerable.Repeat(form.Split('|')[0], levels)) + form.Split('|')[1] + string.Concat(Enumerable.Repeat(form.Split('|')[2], levels));

    private static int Deepest(Func<int, string> program)
    {
        var (may, mayNot) = (0, 1_000);
        while (mayNot - may > 1)
        {
            var middle = (may + mayNot) / 2;
            if (Record.Exception(() => Run(program(middle))) is ScriptException) mayNot = middle;
            else may = middle;
        }

        return may;
    }

    private static void Run(string source) => Script.Parse("function f(x) { return x }" is var f && source.StartsWith("f(", StringComparison.Ordinal) ? f + source : source).Evaluate(TestHost.Instance, Budget);
}
