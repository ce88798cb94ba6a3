using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Runtime.Tests.Plans;

/// <summary>Smooth, except where the test says: answers to a question at a place, one after another.</summary>
internal sealed class ScriptedWorld : IWorldPolicy
{
    private readonly Dictionary<(string Place, string Question), Queue<string>> script = [];
    private readonly Dictionary<string, string> given = [];

    /// <summary>Answers that were asked for and given, for tests to look at.</summary>
    public List<string> Taken { get; } = [];

    public ScriptedWorld Say(string place, string question, params string[] answers)
    {
        script[(place, question)] = new Queue<string>(answers);
        return this;
    }

    public string Choose(string question, WorldItem item, string key, IReadOnlyList<string> choices, SplitRandom random)
    {
        var name = $"{question}|{key}";
        if (given.TryGetValue(name, out var before))
        {
            return before;
        }

        var place = script.ContainsKey((item.Place, question)) ? item.Place : "*";
        var choice = script.TryGetValue((place, question), out var answers) && answers.TryDequeue(out var next) ? next : choices[0];
        Assert.Contains(choice, choices);
        if (choice != choices[0])
        {
            Taken.Add($"{item.Place}: {question} {choice}");
        }

        return given[name] = choice;
    }

    public bool IsUsedUp => script.Values.All(q => q.Count == 0);
}
