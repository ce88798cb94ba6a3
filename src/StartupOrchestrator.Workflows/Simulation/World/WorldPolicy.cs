namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>How the world decides where it has a choice. The same question about the same item must always get the same answer.</summary>
public interface IWorldPolicy
{
    /// <summary>Chooses.</summary>
    /// <param name="question">The code of a task, or <c>document-review</c>, <c>validation</c>, <c>assessment</c>, <c>decision</c>, <c>contract-round</c>, <c>budget-round</c>, <c>contract-answer</c>, <c>budget-answer</c>.</param>
    /// <param name="item">The item in question.</param>
    /// <param name="key">Names item and state.</param>
    /// <param name="choices">The choices, the smooth one first.</param>
    /// <param name="random">A source of its own for this question.</param>
    string Choose(string question, WorldItem item, string key, IReadOnlyList<string> choices, SplitRandom random);
}

/// <summary>Everything goes smoothly: always the first choice.</summary>
public sealed class SmoothWorld : IWorldPolicy
{
    /// <inheritdoc/>
    public string Choose(string question, WorldItem item, string key, IReadOnlyList<string> choices, SplitRandom random) => choices[0];
}

/// <summary>Rework, questions and losses as often as they usually come; planning defaults until an organisation has its own history.</summary>
public sealed class UsualWorld : IWorldPolicy
{
    private static readonly Dictionary<string, double[]> Shares = new(StringComparer.Ordinal)
    {
        ["cda-sign"] = [0.6, 0.35, 0.05],
        ["feasibility-survey"] = [0.92, 0.08],
        ["survey-review"] = [0.8, 0.2],
        ["debarment-check"] = [0.995, 0.005],
        ["sqv-plan"] = [0.8, 0.2],
        ["site-selection"] = [0.8, 0.08, 0.12],
        ["back-up-decision"] = [0.5, 0.5],
        ["document-review"] = [0.75, 0.25],
        ["validation"] = [0.7, 0.3],
        ["assessment"] = [0.35, 0.65],
        ["decision"] = [0.88, 0.1, 0.02],
        ["contract-round"] = [0.4, 0.6],
        ["budget-round"] = [0.45, 0.55],
        ["contract-answer"] = [0.88, 0.12],
        ["budget-answer"] = [0.88, 0.12],
        ["icf-approval"] = [0.8, 0.2],
        ["report-review"] = [0.85, 0.15],
        ["conditions-accepted"] = [0.8, 0.2],
        ["translation"] = [0.97, 0.03],
        ["visit-choose"] = [0.85, 0.15],
        ["visit-confirm"] = [0.93, 0.06, 0.01],
    };

    /// <inheritdoc/>
    public string Choose(string question, WorldItem item, string key, IReadOnlyList<string> choices, SplitRandom random)
    {
        var draw = random.Uniform();
        foreach (var (share, choice) in (Shares.GetValueOrDefault(question) ?? [1]).Zip(choices))
        {
            if ((draw -= share) < 0)
            {
                return choice;
            }
        }

        return choices[0];
    }
}
