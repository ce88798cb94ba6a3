using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

public sealed class ScriptErrorTests
{
    [Theory]
    [InlineData("1 +", ScriptErrorKind.Syntax, 1, 4)]
    [InlineData("let x = 1\nlet x = 2", ScriptErrorKind.Syntax, 2, 5)]
    [InlineData("const x = 1; x = 2", ScriptErrorKind.Syntax, 1, 14)]
    [InlineData("a\r\n  b @ c", ScriptErrorKind.Unsupported, 2, 5)]
    [InlineData("'abc", ScriptErrorKind.Syntax, 1, 1)]
    [InlineData("`a\n${1", ScriptErrorKind.Syntax, 2, 4)]
    [InlineData("1 2", ScriptErrorKind.Syntax, 1, 3)]
    [InlineData("for (;;) { break } break", ScriptErrorKind.Syntax, 1, 20)]
    [InlineData("if (true) let x = 1", ScriptErrorKind.Syntax, 1, 11)]
    [InlineData("a ?? b || c", ScriptErrorKind.Syntax, 1, 3)]
    [InlineData("-1 ** 2", ScriptErrorKind.Syntax, 1, 4)]
    [InlineData("({a: 1} = 5)", ScriptErrorKind.Syntax, 1, 6)]
    [InlineData("f() = 1", ScriptErrorKind.Syntax, 1, 2)]
    [InlineData("class A {}", ScriptErrorKind.Unsupported, 1, 1)]
    [InlineData("1; this.x", ScriptErrorKind.Unsupported, 1, 4)]
    [InlineData("1;\n new Date()", ScriptErrorKind.Unsupported, 2, 6)]
    [InlineData("/(/.test('')", ScriptErrorKind.Syntax, 1, 1)]
    [InlineData("/a/u.test('')", ScriptErrorKind.Unsupported, 1, 1)]
    [InlineData("x = 5", ScriptErrorKind.Unsupported, 1, 1)]
    [InlineData("getN()\n + missing", ScriptErrorKind.Runtime, 2, 4)]
    [InlineData("let o = {}\no.a.b", ScriptErrorKind.Runtime, 2, 4)]
    [InlineData("let o = {}\no.f(1)", ScriptErrorKind.Runtime, 2, 4)]
    [InlineData("[1, 2].map(x =>\n  x.y.z)", ScriptErrorKind.Runtime, 2, 6)]
    [InlineData("if (true) {\n  throw 'no'\n}", ScriptErrorKind.Thrown, 2, 3)]
    [InlineData("Math.random()", ScriptErrorKind.Unsupported, 1, 5)]
    public void Error_tells_its_kind_and_place(string source, ScriptErrorKind kind, int line, int column)
    {
        var error = Assert.Throws<ScriptException>(() => Script.Parse(source).Evaluate(TestHost.Instance, ScriptBudget.Default));
        Assert.Equal((kind, line, column), (error.Kind, error.Line, error.Column));
    }

    [Fact]
    public void Error_of_a_host_function_gets_the_place_of_the_call()
    {
        var host = new OneName("fail", ScriptValue.FromFunction("fail", _ => throw new ScriptException("Activity not found.")));
        var error = Assert.Throws<ScriptException>(() => Script.Parse("1;\n  fail('x')").Evaluate(host, ScriptBudget.Default));
        Assert.Equal(("Activity not found.", ScriptErrorKind.Runtime, 2, 7), (error.Message, error.Kind, error.Line, error.Column));
    }

    [Fact]
    public void Error_of_a_host_function_can_be_caught_by_the_script()
    {
        var host = new OneName("fail", ScriptValue.FromFunction("fail", _ => throw new ScriptException("no")));
        var result = Script.Parse("try { fail() } catch (e) { e.message }").Evaluate(host, ScriptBudget.Default);
        Assert.Equal("no", result.ToText());
    }

    [Fact]
    public void Foreign_exception_of_a_host_function_passes_through()
    {
        var host = new OneName("fail", ScriptValue.FromFunction("fail", _ => throw new TimeoutException()));
        Assert.Throws<TimeoutException>(() => Script.Parse("try { fail() } catch { 1 }").Evaluate(host, ScriptBudget.Default));
    }

    [Theory]
    [InlineData("while (true) {}", ScriptErrorKind.StepBudget)]
    [InlineData("'x'.repeat(5000000).split('')", ScriptErrorKind.AllocationBudget)]
    [InlineData("const f = () => f(); f()", ScriptErrorKind.DepthBudget)]
    public void Budget_ends_the_script_and_cannot_be_caught(string body, ScriptErrorKind kind)
    {
        var error = Assert.Throws<ScriptException>(
            () => Script.Parse($"try {{ {body} }} catch {{ 'caught' }} finally {{ 1 }}").Evaluate(TestHost.Instance, ScriptBudget.Default));
        Assert.Equal(kind, error.Kind);
        Assert.True(error.IsBudget);
    }

    [Fact]
    public void Same_budget_ends_at_the_same_place()
    {
        var counts = Enumerable.Range(0, 3).Select(_ =>
        {
            var last = -1.0;
            var host = new OneName("step", ScriptValue.FromFunction("step", arguments => last = arguments[0].ToNumber()));
            Assert.Throws<ScriptException>(() => Script.Parse("for (let i = 0; ; i++) step(i)").Evaluate(host, new ScriptBudget(10_000, 1_000_000, 10)));
            return last;
        });
        Assert.Single(counts.Distinct());
    }

    private sealed class OneName(string known, ScriptValue answer) : IScriptHost
    {
        public bool TryGetGlobal(string name, out ScriptValue value)
        {
            value = answer;
            return name == known;
        }

        public bool TrySetGlobal(string name, ScriptValue value) => false;
    }
}
