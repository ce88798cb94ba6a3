using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

public sealed class ScriptTests
{
    [Fact]
    public void References_list_variables_and_calls()
    {
        var references = Script.Parse("const getLocal = () => 1; variables.Country; variables?.Site; variables['With blank']; getN() + setS(getLocal()); variables[x]").References;
        Assert.Equal(["Country", "Site", "With blank"], references.VariableMembers);
        Assert.Equal(["getN", "setS"], references.GlobalCalls);
        Assert.Equal(["getN", "setS", "variables", "x"], references.Globals);
    }

    [Fact]
    public void Local_name_hides_the_one_of_the_host()
    {
        Assert.Empty(Script.Parse("const variables = {a: 1}; variables.a").References.VariableMembers);
        Assert.Equal("5", Canonical.Run("const getN = () => 5; getN()"));
    }

    [Theory]
    [InlineData("if (false) return 'x'; 'y'", "\"y\"")]
    [InlineData("1; function f() {}", "1")]
    [InlineData("", "undefined")]
    [InlineData("const f = () => { 5; 6 }; 1; f()", "undefined")]
    [InlineData("const f = () => { 5 }; 1; let x = f()", "1")]
    public void Result_is_the_return_value_or_else_the_last_value(string source, string expected) => Assert.Equal(expected, Canonical.Run(source));

    [Theory]
    [InlineData("isNullOrEmpty('')", "true")]
    [InlineData("isNullOrEmpty(null)", "true")]
    [InlineData("isNullOrEmpty(' ')", "false")]
    [InlineData("isNullOrWhiteSpace(' \\t')", "true")]
    [InlineData("isNullOrWhiteSpace('x')", "false")]
    [InlineData("toJson({a: [1, 'x']})", "\"{\\u0022a\\u0022:[1,\\u0022x\\u0022]}\"")]
    [InlineData("toJson(undefined)", "\"null\"")]
    [InlineData("toJson(-0)", "\"-0\"")]
    [InlineData("toJson([undefined, {a: undefined}, 1e21, 2])", "\"[null,{\\u0022a\\u0022:null},1E+21,2]\"")]
    [InlineData("toJson('<\"ż\\n') === '\"\\\\u003C\\\\u0022ż\\\\n\"'", "true")]
    [InlineData("try { toJson({a: [0 / 0]}) } catch { 1 }", "! Unsupported 1:13 'toJson' cannot write what is no number, nor what is infinite.")]
    [InlineData("stringToBase64('zażółć')", "\"emHFvMOzxYLEhw==\"")]
    [InlineData("stringFromBase64('emHFvMOzxYLEhw==')", "\"za\\u017c\\u00f3\\u0142\\u0107\"")]
    [InlineData("bytesFromString('aé')", "[97,195,169]")]
    [InlineData("bytesToString([97, 195, 169])", "\"a\\u00e9\"")]
    [InlineData("bytesToBase64([1, 2, 3])", "\"AQID\"")]
    [InlineData("bytesFromBase64('AQID')", "[1,2,3]")]
    [InlineData("parseGuid('0F8FAD5B-D9CB-469F-A165-70867728950E')", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    public void Helper_of_Elsa_answers(string source, string expected) => Assert.Equal(expected, Canonical.Run(source));

    [Fact]
    public async Task Script_can_be_shared_by_threads()
    {
        var script = Script.Parse("const f = n => n < 2 ? n : f(n - 1) + f(n - 2); let r = /(\\d)+/g; [f(12), 'a1b22'.replace(r, '<$1>')].join()");
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Enumerable.Range(0, 50).Select(_ => script.Evaluate(TestHost.Instance, ScriptBudget.Default).ToText()).Distinct().Single(),
            TestContext.Current.CancellationToken)));
        Assert.Equal("144,a<1>b<2>", Assert.Single(results.Distinct()));
    }

    [Fact]
    public void Cache_keeps_what_was_used_last()
    {
        var cache = new ScriptCache(2);
        var first = cache.Get("1");
        cache.Get("2");
        Assert.Same(first, cache.Get("1"));
        cache.Get("3");
        Assert.Same(first, cache.Get("1"));
        Assert.Equal(2, cache.Count);
        Assert.Throws<ScriptException>(() => cache.Get("("));
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void Expression_cases_of_Elsa_give_what_Elsa_printed()
    {
        var cases = ElsaCases.Read();
        Assert.True(cases.Count >= 25);

        // Empty lines were not recorded.
        var ours = cases.SelectMany(one => one.Sources).Select(source => Canonical.Run(source)).Where(text => text != "\"\"");
        Assert.Equal(cases.SelectMany(one => one.Printed).Select(Canonical.Quote), ours);
    }
}
