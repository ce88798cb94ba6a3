using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Tests.Activities;

/// <summary>What a declaration gives to the designer, to the page about activities and to editors of definition files.</summary>
public sealed class PaletteTests
{
    private static readonly ActivityRegistry Registry = new([new Weigh(), new Rest()]);

    [Fact]
    public void Designer_gets_all_that_is_declared_and_words_made_of_names_where_nothing_is() => Same(
        """
        [{"type":"T.Rest","version":1,"label":"Rest","category":"Test","description":"Rests.","isTrigger":false,"isTerminal":false,"hidden":true,"ports":[],"inputs":[],"outputs":[],"outcomes":[{"name":"Done","description":"","share":null}],"waits":[]},
        {"type":"T.WeighIt","version":2,"label":"Weigh it","category":"Test","description":"Weighs | counts.","isTrigger":true,"isTerminal":false,"hidden":false,"ports":["then"],"inputs":[
        {"name":"howMany","type":"Int32","label":"How many","description":"A | B.","default":3,"editor":"single-line","options":[],"required":true,"raw":false},
        {"name":"fast","type":"Boolean","label":"Quickly","description":"","default":null,"editor":"checkbox","options":[],"required":false,"raw":false},
        {"name":"scale","type":"String","label":"Scale","description":"","default":"kg","editor":"dropdown","options":["kg","lb"],"required":false,"raw":true}],
        "outputs":[{"name":"Weight","type":"Double","description":"In kilograms."}],"outcomes":[{"name":"Heavy","description":"Over the limit.","share":0.25},{"name":"Light","description":"","share":0}],
        "waits":[{"name":"weighing","who":"the pharmacy","typicalDays":2,"longestDays":5}]}]
        """, ActivityCatalog.ToJson(Registry));

    [Fact]
    public void Page_tells_what_is_declared_of_all_that_the_palette_offers() => Assert.Equal(
        """
        # Activities

        Generated from the declarations of the activities; do not edit.

        ## Test

        ### Weigh it

        `T.WeighIt` version 2. Weighs | counts.

        Can start a workflow.

        | Input | Type | Default | Meaning |
        |---|---|---|---|
        | howMany (required) | `Int32` | 3 | A \| B. |
        | fast | `Boolean` |  |  |
        | scale | `String` | "kg" |  One of `kg`, `lb`. |

        Outputs: `Weight` (In kilograms).

        Outcomes: `Heavy` (Over the limit), `Light`.

        Waits for the pharmacy: weighing, typically 2 business days, seldom more than 5.

        """.ReplaceLineEndings("\n"), ActivityCatalog.ToMarkdown(Registry));

    [Fact]
    public void Schema_for_editors_knows_type_id_version_inputs_and_ports_and_what_is_required() => Same(
        """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Activity of a workflow definition","oneOf":[
        {"title":"Rest","description":"Rests.","type":"object","properties":{"type":{"const":"T.Rest"},"id":{"type":"string"},"version":{"type":"integer"}},"required":["type","id"]},
        {"title":"Weigh it","description":"Weighs | counts.","type":"object","properties":{"type":{"const":"T.WeighIt"},"id":{"type":"string"},"version":{"type":"integer"},
        "howMany":{"description":"A | B."},"fast":{"description":""},"scale":{"description":""},"then":{"description":"Embedded activity or activities."}},"required":["type","id","howMany"]}]}
        """, ActivityCatalog.ToJsonSchema(Registry));

    [Theory]
    [InlineData("SetVariable", "Set variable"), InlineData("SetX", "Set x"), InlineData("aB", "A b"), InlineData("word", "Word"), InlineData("", "")]
    public void Joined_name_is_told_in_words(string name, string words) => Assert.Equal(words, ActivityDescriptor.Words(name));

    [Fact]
    public void Declaration_that_cannot_be_is_refused_by_name()
    {
        Assert.Equal("Undeclared is an activity without an Activity attribute.", Refusal(new Undeclared()));
        Assert.Equal("Strange: input 'x' has the unknown type 'Colour'.", Refusal(new Strange()));
        Assert.Equal("Wrong: the default of input 'x' is not of type 'Int32'.", Refusal(new Wrong()));
    }

    private static string Refusal(Activity activity) => Assert.Throws<InvalidOperationException>(() => ActivityDescriptor.Of(activity)).Message;

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    [Activity("T.WeighIt", 2, "Test", "Weighs | counts.", IsTrigger = true, Ports = ["then"])]
    [Input("howMany", "Int32", Default = 3, Required = true, Description = "A | B.")]
    [Input("fast", "Boolean", Label = "Quickly")]
    [Input("scale", "String", Default = "kg", Editor = "dropdown", Options = ["kg", "lb"], Raw = true)]
    [Output("Weight", "Double", "In kilograms.")]
    [Outcome("Heavy", Description = "Over the limit.", Share = 0.25), Outcome("Light", Share = 0)]
    [Waits("weighing", "the pharmacy", 2, 5)]
    private sealed class Weigh : Resting;

    [Activity("T.Rest", 1, "Test", "Rests.", Hidden = true)]
    private sealed class Rest : Resting;

    private sealed class Undeclared : Resting;

    [Activity("T.Strange", 1, "Test", "Strange."), Input("x", "Colour")]
    private sealed class Strange : Resting;

    [Activity("T.Wrong", 1, "Test", "Wrong."), Input("x", "Int32", Default = "many")]
    private sealed class Wrong : Resting;

    private abstract class Resting : Activity
    {
        protected override void Execute(ActivityContext step) => step.Complete();
    }
}
