using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.Support.Flow;

namespace StartupOrchestrator.Workflows.Tests.Definitions;

public sealed class ValidatorTests
{
    private static readonly JsonObject Cron = Activity("c", "Elsa.Cron", ("cronExpression", Literal("61 * * * * *")));

    public static TheoryData<string, string, string> Broken => new()
    {
        { "unknown-activity", "u", Json(Activity("u", "Acme.Magic")) },
        { "bad-cron", "c", Json(Cron) },
        { "missing-input", "e", Json(Activity("e", "Elsa.Event")) },
        { "missing-input", "t", Json(Activity("t", "Elsa.RunTask", ("taskName", Literal("")))) },
        { "unsupported-language", "w", Json(Activity("w", "Elsa.WriteLine", ("text", Input("CSharp", "\"x\"")))) },
        { "unsupported-language", "w", Json(Activity("w", "Elsa.WriteLine", ("text", Input("Python", "x")))) },
        { "bad-script", "w", Json(Script("w", "1 +")) },
        { "bad-json", "f", Json(Activity("f", "Elsa.ForEach", ("items", Input("Object", "[1,")))) },
        { "bad-value", "d", Json(Activity("d", "Elsa.Delay", ("timeSpan", Literal("soon")))) },
        { "unknown-variable", "s", Json(Set("s", "1", "nowhere")) },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Publishing_is_refused_for_what_must_fail_naming_the_activity(string code, string activity, string json)
    {
        var problems = DefinitionValidator.Validate(Chart([(JsonObject)JsonNode.Parse(json)!]));

        var error = Assert.Single(problems, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal((code, activity, activity), (error.Code, error.ActivityId, error.ActivityName));
        Assert.StartsWith("root.activities[0]", error.Path, StringComparison.Ordinal);
        Assert.False(DefinitionValidator.AllowsPublishing(problems));
    }

    [Fact]
    public void Loop_into_a_parallel_section_is_refused_and_a_plain_loop_is_not()
    {
        var bad = Chart([Line("a"), Line("x"), Line("y"), Line("n"), Decision("d", "true")], "a -> x", "a -> y", "x -> n", "y -> n", "n -> d", "d:True -> x");
        var good = Chart([Line("a"), Line("x"), Line("y"), Line("n"), Decision("d", "true")], "a -> x", "a -> y", "x -> n", "y -> n", "n -> d", "d:True -> a");

        Assert.Equal("invalid-loop", Assert.Single(DefinitionValidator.Validate(bad)).Code);
        Assert.Empty(DefinitionValidator.Validate(good));
    }

    [Fact]
    public void What_may_be_meant_is_a_warning()
    {
        var problems = DefinitionValidator.Validate(Chart([Line("a"), Line("alone"), Decision("d", "true"), Line("z")], "a -> d", "d:Maybe -> z"));

        Assert.Equal(["unknown-port", "unreachable"], problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.True(DefinitionValidator.AllowsPublishing(problems));
    }

    [Theory]
    [InlineData("bad-cron-expression.json", "bad-cron")]
    [InlineData("cron-every-hour.json", null)]
    [InlineData("timer-workflow.json", null)]
    [InlineData("http-workflow.json", null)]
    public void Definitions_of_the_original_are_judged_as_it_judges_them(string file, string? code)
    {
        var problems = DefinitionValidator.Validate(DefinitionReader.Read(File.ReadAllText(SharedData.Require("elsa-definitions", "ImportAndPublish", file))));

        Assert.Equal(code, problems.SingleOrDefault(p => p.Severity == ProblemSeverity.Error)?.Code);
    }

    [Fact]
    public void Recorded_cases_can_all_be_published()
    {
        foreach (var line in File.ReadLines(SharedData.Require("elsa-cases.jsonl")))
        {
            var problems = DefinitionValidator.Validate(DefinitionReader.Read((JsonObject)JsonNode.Parse(line)!["definition"]!));
            Assert.True(DefinitionValidator.AllowsPublishing(problems), string.Join("\n", problems));
        }
    }

    [Fact]
    public void Workflow_that_uses_itself_as_an_activity_is_refused()
    {
        var definition = Define(Sequence("s", Activity("u", "Selfish")), id: "Selfish");

        var problems = DefinitionValidator.Validate(definition, source: new StartupOrchestrator.Workflows.Execution.DefinitionSet([definition]));

        Assert.Equal("endless-composite", Assert.Single(problems).Code);
    }

    private static string Json(JsonObject activity) => activity.ToJsonString();
}
