using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Simulation.World;
using StartupOrchestrator.Workflows.Tests.StartUp;
using static StartupOrchestrator.Workflows.Tests.Simulation.World.Outside;

namespace StartupOrchestrator.Workflows.Tests.Simulation.World;

/// <summary>How long the world outside takes.</summary>
public sealed class DurationTests
{
    /// <summary>Tasks whose usual duration happens to be the one taken for what is not known, and the way back after something went wrong.</summary>
    private static readonly string[] AsTheUnknown = ["site-selection", "accounts", "activation-correction", "release-correction", "visit-cancelled"];

    public static TheoryData<string> Kinds => [.. StandardDefinitionTests.TaskKinds().Except(AsTheUnknown).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_task_of_the_standard_plans_has_a_duration_of_its_own(string kind) => Assert.NotEqual(new DurationGuess(3, 7), WorldDurations.Of(kind));

    [Fact]
    public void What_is_not_known_takes_three_to_seven_days() => Assert.Equal(new DurationGuess(3, 7), WorldDurations.Of("never heard of"));

    [Theory]
    [InlineData("submission/x", "ready", "{}", "", "submit", 1, 2), InlineData("submission/x", "submitted", "{}", "", "validation", 6, 9), InlineData("submission/x", "submitted", "{'parent':'submission/app'}", "", "validation", 6, 9)]
    [InlineData("submission/x", "rfi-open", "{}", "", "rfi-answer", 6, 8), InlineData("submission/x", "rfi-answered", "{}", "", "rfi-outcome", 2, 4)]
    [InlineData("submission/x", "assessing", "{}", "", "assessment", 24, 30), InlineData("submission/x", "assessing", "{}", "assessment=rfi", "assessment", 24, 30)]
    [InlineData("submission/x", "assessing", "{}", "type=ethics-local", "assessment-local", 15, 40), InlineData("submission/x", "assessing", "{'partsConcludedOn':'2026-03-01'}", "type=ctr-decision", "decision", 3, 4)]
    [InlineData("document/d", "requested", "{}", "", "document", 10, 25), InlineData("document/d", "requested", "{'rejections':1}", "", "document-again", 5, 12), InlineData("document/d", "received", "{}", "", "document-start-review", 0.5, 1)]
    [InlineData("document/d", "in-review", "{}", "", "document-review", 0.5, 2), InlineData("document/d", "in-review", "{'firstApprover':'person/a'}", "", "document-second-review", 1, 3)]
    [InlineData("contract/c", "in-signature", "{}", "", "contract-signature", 5, 15), InlineData("contract/c", "in-negotiation", "{'text':'sent'}", "", "contract-round", 10, 25), InlineData("contract/c", "in-negotiation", "{'budget':'sent'}", "", "budget-round", 10, 25)]
    [InlineData("contract/c", "in-negotiation", "{'text':'with-us'}", "", "contract-answer", 4, 10), InlineData("contract/c", "in-negotiation", "{'budget':'with-us'}", "", "budget-answer", 4, 10)]
    [InlineData("contract/c", "in-negotiation", "{'text':'exception-approval'}", "", "contract-exception", 3, 8), InlineData("contract/c", "in-negotiation", "{'budget':'exception-approval'}", "", "budget-exception", 3, 8)]
    [InlineData("task/t", "open", "{}", "code=gate-request-activation", "gate-request", 1, 2), InlineData("task/t", "open", "{}", "code=gate-decide-ip-release", "gate-decide", 1, 3), InlineData("task/t", "open", "{}", "code=training", "training", 5, 10)]
    public void Act_takes_the_time_that_acts_of_its_kind_take(string id, string status, string doc, string choice, string kind, double typical, double cautious)
    {
        var (name, value) = choice.Split('=') is [var n, var v] ? (n, v) : ("", "");
        var outside = new Outside(name is "" or "type" or "code" ? [] : [(name, value)]) { Application = Row("submitted", "{'validOn':'2026-03-01'}") };
        var act = Assert.Single(outside.Acts(id, Row(status, doc, type: name == "type" ? value : "authority", code: name == "code" ? value : null)));

        Assert.Equal(new DurationGuess(typical, cautious), WorldDurations.Of(kind));
        Assert.Equal(WorldDurations.Of(kind).Draw(new SplitRandom(7).Split("duration").Split(act.Key)), act.BusinessDays);
    }

    [Theory]
    [InlineData("validation", "submission/x", "submitted", "{}"), InlineData("assessment decision", "submission/x", "assessing", "{}"), InlineData("decision", "submission/x", "assessing", "{'rfis':[{'kind':'assessment'}]}"), InlineData("document-review", "document/d", "in-review", "{}")]
    [InlineData("contract-round", "contract/c", "in-negotiation", "{'text':'sent'}"), InlineData("budget-round", "contract/c", "in-negotiation", "{'budget':'sent'}"), InlineData("contract-answer", "contract/c", "in-negotiation", "{'text':'with-us'}"), InlineData("budget-answer", "contract/c", "in-negotiation", "{'budget':'with-us'}")]
    public void World_is_asked_by_the_name_of_the_choice(string questions, string id, string status, string doc)
    {
        var outside = new Outside();
        outside.Next(id, Row(status, doc));

        Assert.Equal(questions.Split(' '), outside.Asked);
    }

    [Theory]
    [InlineData("validation", "valid rfi", "submission/x", "submitted", "{}"), InlineData("assessment", "decide rfi", "submission/x", "assessing", "{}"), InlineData("decision", "approved approved-with-conditions refused", "submission/x", "assessing", "{}")]
    [InlineData("document-review", "approve reject", "document/d", "in-review", "{}"), InlineData("contract-round", "agree comment", "contract/c", "in-negotiation", "{'text':'sent'}"), InlineData("contract-answer", "answer exception", "contract/c", "in-negotiation", "{'text':'with-us'}")]
    public void World_has_these_choices_the_smooth_one_first(string question, string choices, string id, string status, string doc)
    {
        foreach (var choice in choices.Split(' ')) Assert.NotEmpty(new Outside((question, choice)).Acts(id, Row(status, doc)));
        Assert.Equal(new Outside((question, choices.Split(' ')[0])).Next(id, Row(status, doc)), new Outside().Next(id, Row(status, doc)));
    }
}
