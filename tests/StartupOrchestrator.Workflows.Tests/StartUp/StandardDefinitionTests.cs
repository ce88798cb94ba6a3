using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

public sealed class StandardDefinitionTests
{
    private const double Width = 220, Height = 72;

    public static TheoryData<string> Ids => [.. Files().Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_written_again_is_the_same_text(string id)
    {
        var text = File.ReadAllText(PathOf(id));
        Assert.Equal(text.TrimEnd(), DefinitionWriter.Write(DefinitionReader.Read(text)).TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_builds_without_problems(string id)
    {
        var graph = WorkflowGraph.Build(Read(id));
        Assert.Empty(graph.Definition.Problems);
        Assert.Empty(graph.Problems);
        Assert.All(graph.Definition.Activities(), a => Assert.NotNull(ActivityRegistry.Default.Find(a.Type, a.Version)));
        Assert.Equal(id, graph.Definition.DefinitionId);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_gives_only_inputs_that_its_activities_declare(string id)
    {
        foreach (var activity in Read(id).Activities().Where(a => a.Type.StartsWith("Startup.", StringComparison.Ordinal)))
        {
            var descriptor = ActivityRegistry.Default.Find(activity.Type, activity.Version)!;
            var known = descriptor.Inputs.Select(i => i.Name).ToHashSet();
            Assert.Empty(activity.Inputs.Keys.Where(k => !known.Contains(k)).Select(k => $"{activity.Id}.{k}"));
            Assert.Empty(descriptor.Inputs.Where(i => i.Source.Required && !activity.Inputs.ContainsKey(i.Name)).Select(i => $"{activity.Id} lacks {i.Name}"));
            Assert.Empty(activity.Outputs.Keys.Where(k => descriptor.Outputs.All(o => !o.Name.Equals(k, StringComparison.OrdinalIgnoreCase))).Select(k => $"{activity.Id}.{k}"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_is_of_a_size_to_read_and_drawn_without_overlaps(string id)
    {
        var activities = Read(id).Root.Children.Select(c => c.Activity).ToList();
        Assert.InRange(activities.Count, 7, 30);
        var places = activities.Select(a => (a.Id, Place: (JsonObject)a.Raw("metadata")!["designer"]!["position"]!)).ToList();
        foreach (var (one, at) in places)
        {
            Assert.DoesNotContain(places, p => p.Id != one && Math.Abs((double)p.Place["x"]! - (double)at["x"]!) < Width && Math.Abs((double)p.Place["y"]! - (double)at["y"]!) < Height);
        }

        Assert.All(activities, a => Assert.Equal(a.Id, a.Name));
        Assert.All(activities, a => Assert.False(string.IsNullOrWhiteSpace(a.DisplayName)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_has_every_activity_on_a_way_from_its_start(string id)
    {
        var root = Read(id).Root;
        var reached = new HashSet<string> { "start" };
        while (root.Connections.Any(c => reached.Contains(c.Source) && reached.Add(c.Target)))
        {
        }

        Assert.Empty(root.Children.Select(c => c.Activity.Id).Except(reached));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_runs_only_plans_that_exist_and_follows_only_outcomes_that_they_have(string id)
    {
        var root = Read(id).Root;
        foreach (var step in root.Children.Select(c => c.Activity).Where(a => a.Type is "Startup.StartPlan" or "Startup.StartPlans"))
        {
            var child = Read(step.Inputs["definition"]!.SourceText);
            var ports = root.Connections.Where(c => c.Source == step.Id).Select(c => c.Port).Where(p => p != "Done");
            Assert.Empty(step.Type == "Startup.StartPlan" ? ports.Except(child.Outcomes) : ports);
            var declared = child.Outcomes.Where(o => o != "Done").ToHashSet();
            Assert.False(step.Type == "Startup.StartPlan" && declared.Count > 0 && child.Outcomes.All(o => o != "Done") && root.Connections.Any(c => c.Source == step.Id && c.Port == "Done"),
                $"{id}.{step.Id} follows Done, which {child.DefinitionId} never ends with");
        }
    }

    /// <summary>The kinds of all tasks that the standard plans give.</summary>
    internal static IEnumerable<string> TaskKinds() => Files().SelectMany(f => DefinitionReader.Read(File.ReadAllText(f)).Activities())
        .Where(a => a.Type is "Startup.AssignTask" or "Startup.Approval" or "Startup.AskSeveral").Select(a => a.Inputs["kind"]!.SourceText).Distinct();

    private static WorkflowDefinition Read(string id) => DefinitionReader.Read(File.ReadAllText(PathOf(id)));

    private static string PathOf(string id) => Path.Combine(Folder(), id + ".json");

    private static string[] Files() => Directory.GetFiles(Folder(), "*.json");

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StartupOrchestrator.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "workflows", "definitions");
    }
}
