using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

public sealed class ScriptValueTests
{
    [Theory]
    [InlineData("""{"b":1,"a":[1.5,"x",null,true,{"c":{}}],"":-7}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"ąę\"")]
    public void Json_comes_back_as_it_went_in(string json)
    {
        var value = ScriptValue.FromJson(JsonNode.Parse(json));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), value.ToJson()));
    }

    [Fact]
    public void Json_of_numbers_made_in_code_is_read()
    {
        var node = new JsonObject { ["i"] = 5, ["l"] = 6L, ["m"] = 1.25m, ["d"] = 0.5, ["t"] = JsonValue.Create(new DateTime(2026, 3, 12)) };
        var value = ScriptValue.FromJson(node);
        Assert.Equal([5.0, 6, 1.25, 0.5], new[] { "i", "l", "m", "d" }.Select(name => value.GetMember(name).ToNumber()));
        Assert.StartsWith("2026-03-12", value.GetMember("t").ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_value_that_leaves_a_script_nests_at_most_forty_levels(int levels, bool leaves)
    {
        var value = Script.Parse($"let a = 1; for (const i of [{string.Join(',', Enumerable.Range(0, levels))}]) a = [a]; a").Evaluate(TestHost.Instance, ScriptBudget.Default);

        if (leaves) Assert.Equal(levels, value.ToJson()!.ToJsonString().Count(c => c == '['));
        else Assert.Throws<ScriptException>(() => value.ToJson());
    }

    [Theory]
    [InlineData("[undefined, () => 1, NaN, Infinity, -0, 1e21, 2.5, 3]", "[null,null,null,null,0,1E+21,2.5,3]")]
    [InlineData("({a: undefined, b: () => 1, c: [,1]})", """{"c":[null,1]}""")]
    [InlineData("'x' + 'y'.repeat(200)", null)]
    [InlineData("undefined", "null")]
    public void Value_becomes_json_by_the_rules_of_stringify(string source, string? json)
    {
        var node = Script.Parse(source).Evaluate(TestHost.Instance, ScriptBudget.Default).ToJson();
        Assert.Equal(json ?? "\"x" + new string('y', 200) + "\"", node?.ToJsonString() ?? "null");
    }

    [Fact]
    public void Value_that_contains_itself_is_refused_as_json()
    {
        var value = Script.Parse("let o = {}; o.o = o; o").Evaluate(TestHost.Instance, ScriptBudget.Default);
        Assert.Equal(ScriptErrorKind.DepthBudget, Assert.Throws<ScriptException>(value.ToJson).Kind);
    }

    [Fact]
    public void Types_are_told_apart()
    {
        ScriptValue[] values = [default, ScriptValue.Null, true, 1.5, "x", ScriptValue.NewObject(), ScriptValue.FromItems([1]), ScriptValue.FromFunction("f", _ => 1)];
        Assert.Equal(Enum.GetValues<ScriptType>(), values.Select(value => value.Type));
        Assert.Equal([false, false, true, true, true, true, true, true], values.Select(value => value.IsTruthy));
    }

    [Fact]
    public void Equality_is_strict_and_takes_NaN_as_equal_to_itself()
    {
        Assert.Equal((ScriptValue)double.NaN, double.NaN);
        Assert.Equal((ScriptValue)0.0, -0.0);
        Assert.NotEqual((ScriptValue)1, "1");
        Assert.Equal(ScriptValue.FromText("ab").GetHashCode(), ScriptValue.FromText("a" + "b").GetHashCode());
        Assert.NotEqual(ScriptValue.NewObject(), ScriptValue.NewObject());
    }

    [Fact]
    public void Members_of_an_object_are_shared_with_the_script()
    {
        var variables = ScriptValue.FromMembers([new("N", 1), new("Items", ScriptValue.FromItems([1, 2]))]);
        var host = new Variables(variables);
        Script.Parse("variables.N = 7; variables.Items.push(3)").Evaluate(host, ScriptBudget.Default);
        Assert.Equal(7, variables.GetMember("N").ToNumber());
        Assert.Equal("1,2,3", variables.GetMember("Items").ToText());
        Assert.Equal(["N", "Items"], variables.MemberNames);
    }

    [Fact]
    public void Assignment_to_a_name_of_the_host_reaches_the_host()
    {
        var host = new Variables(default);
        Script.Parse("total = 1; total += 2").Evaluate(host, ScriptBudget.Default);
        Assert.Equal(3, host.Total.ToNumber());
    }

    private sealed class Variables(ScriptValue variables) : IScriptHost
    {
        public ScriptValue Total { get; private set; }

        public bool TryGetGlobal(string name, out ScriptValue value)
        {
            value = name == "total" ? Total : variables;
            return name is "total" or "variables";
        }

        public bool TrySetGlobal(string name, ScriptValue value)
        {
            Total = name == "total" ? value : Total;
            return name == "total";
        }
    }

    [Fact]
    public void Values_are_compared_shown_and_given_members_from_outside()
    {
        var value = ScriptValue.FromMembers([new("a", 1)]);
        value.SetMember("b", "x");

        Assert.Equal("{\"a\":1,\"b\":\"x\"}", value.ToJson()!.ToJsonString());
        Assert.Equal("A Text has no members to set.", Assert.Throws<InvalidOperationException>(() => ((ScriptValue)"x").SetMember("a", 1)).Message);
        Assert.Equal(["Object", "Array", "x", "1.5", "null"], new ScriptValue[] { value, ScriptValue.FromItems([1]), "x", 1.5, (string?)null }.Select(v => v.ToString()));
        Assert.True((ScriptValue)1 != 2 && !((ScriptValue)"a" != "a") && (ScriptValue)0.0 == -0.0 && (ScriptValue)double.NaN == double.NaN && value != ScriptValue.FromMembers([new("a", 1)]));
    }
}
