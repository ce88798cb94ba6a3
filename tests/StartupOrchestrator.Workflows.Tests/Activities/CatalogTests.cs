using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;

namespace StartupOrchestrator.Workflows.Tests.Activities;

public sealed class CatalogTests
{
    private static readonly string[] Core =
    [
        "Break", "BulkDispatchWorkflows", "Complete", "Correlate", "Cron", "Delay", "DispatchWorkflow", "End", "Event", "ExecuteWorkflow", "Fault", "Finish", "Flowchart",
        "FlowDecision", "FlowFork", "FlowJoin", "FlowNode", "FlowSwitch", "For", "ForEach", "Fork", "If", "NotFoundActivity", "Parallel", "ParallelForEach", "PublishEvent",
        "RunJavaScript", "RunTask", "Sequence", "SetName", "SetOutput", "SetVariable", "Start", "StartAt", "StateMachine", "Switch", "Timer", "While", "Workflow", "WriteLine",
        "HttpEndpoint", "WriteHttpResponse", "SendHttpRequest", "FlowSendHttpRequest", "SendEmail",
    ];

    [Fact]
    public void Core_activities_of_the_original_are_registered() =>
        Assert.All(Core, name => Assert.NotNull(ActivityRegistry.Default.Find("Elsa." + name)));

    [Fact]
    public void Every_activity_describes_itself()
    {
        foreach (var activity in ActivityCatalog.ToJson().OfType<JsonObject>())
        {
            Assert.NotEmpty((string)activity["description"]!);
            Assert.NotEmpty(activity["outcomes"]!.AsArray());
            Assert.All(activity["inputs"]!.AsArray(), i => Assert.NotEmpty((string)i!["editor"]!));
        }
    }

    [Fact]
    public void Documentation_has_a_section_for_each_activity_of_the_palette()
    {
        var page = ActivityCatalog.ToMarkdown();

        Assert.All(ActivityRegistry.Default.Newest.Where(d => !d.Declaration.Hidden), d => Assert.Contains($"`{d.Type}` version {d.Version}", page, StringComparison.Ordinal));
        Assert.Contains("| condition | `Boolean` | false |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_about_activities_is_the_one_in_the_repository()
    {
        var file = Path.Combine(Root(), "workflows", "activities.md");
        if (Environment.GetEnvironmentVariable("STARTUP_UPDATE") == "1") File.WriteAllText(file, ActivityCatalog.ToMarkdown());

        Assert.True(File.ReadAllText(file) == ActivityCatalog.ToMarkdown(), "workflows/activities.md is out of date: write it by 'startup workflow docs --output workflows/activities.md'.");
    }

    [Fact]
    public void Old_versions_stay_and_an_unknown_version_means_the_newest()
    {
        var registry = new ActivityRegistry([new Old(), new New()]);

        Assert.Equal((1, 2, 2, 2), (registry.Find("T.X", 1)!.Version, registry.Find("T.X", 2)!.Version, registry.Find("T.X")!.Version, registry.Find("T.X", 9)!.Version));
        Assert.Throws<InvalidOperationException>(() => new ActivityRegistry([new Old(), new Old()]));
    }

    [Activity("T.X", 1, "Test", "Old.")]
    private sealed class Old : Activity
    {
        protected override void Execute(StartupOrchestrator.Workflows.Execution.ActivityContext step) => step.Complete();
    }

    [Activity("T.X", 2, "Test", "New.")]
    private sealed class New : Activity
    {
        protected override void Execute(StartupOrchestrator.Workflows.Execution.ActivityContext step) => step.Complete();
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
