using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.Flow;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Simulation;

/// <summary>Where this engine differs from Elsa on purpose: each difference says how it is recognised and why it is right. The README lists them.</summary>
internal static class KnownDifferences
{
    private static readonly Func<Compared, string?>[] All =
    [
        JoinFiresTwice, LeftSuspended, RaceEndsItsFlowchart, CancelReachesTooFar, ItemsAreNotReadBack, VariableIsForgotten, LanguageIsSmaller,
    ];

    /// <summary>Words of the faults of scripts and templates that ask for more than there is here.</summary>
    private static readonly string[] Limits = ["not available", "not supported", "is not declared; write 'let", "templates may only hold places"];

    /// <summary>Why a run that does not agree is right; null when nothing on the list explains it.</summary>
    public static string? Explain(WorkflowDefinition definition, string mode, SimulationResult ours, JsonObject recording) =>
        All.Select(d => d(new Compared(definition, mode, ours, recording))).FirstOrDefault(why => why is not null);

    private static string? JoinFiresTwice(Compared c) =>
        c.Ours.Facts.FirstOrDefault(f => f.Kind == FactKinds.JoinArrivalIgnored)?.Data is { } ignored
            ? $"Elsa runs the join '{(string?)ignored["join"]}' again when it cancels the branch of '{(string?)ignored["from"]}' that still waits; here a WaitAny join fires once."
            : null;

    private static string? LeftSuspended(Compared c) =>
        c.Recording.Text("subStatus") == "Suspended" && c.Recording.Number("bookmarks") == 0 && c.Ours.SubStatus == InstanceSubStatus.Finished
            ? "Elsa is left suspended with nothing to wait for; here the workflow goes on to its end."
            : null;

    private static string? RaceEndsItsFlowchart(Compared c) =>
        c.Mode == "token" && c.Recording.Text("subStatus") == "Finished" && c.Ours.Facts.Any(f => f.Kind == FactKinds.ActivityCancelled) && c.Races && c.IsShortened
            ? "Elsa completes the flowchart when a race cancels the last other branch, before the winner has run on; here what follows the race is done."
            : null;

    private static string? CancelReachesTooFar(Compared c) =>
        c.Incidents.Contains("is not reachable from the flowchart graph", StringComparison.Ordinal)
            ? "Elsa tells flowcharts further out of an activity that was cancelled inside a container, and they fault because they do not know it; here only its own container is told."
            : null;

    private static string? ItemsAreNotReadBack(Compared c) =>
        c.Incidents.Contains("could not be converted to System.Collections.Generic.ICollection", StringComparison.Ordinal)
            ? "Elsa cannot read back, after a wait, the list that a loop goes through, and faults; here the loop goes on."
            : null;

    private static string? VariableIsForgotten(Compared c) =>
        c.Ours.Facts.Any(f => f.Kind == FactKinds.VariableSet) && c.Ours.Facts.Any(f => f.Kind == FactKinds.WaitStarted) && (c.MakesVariables || c.KeepsInMemory)
            ? "Elsa forgets at a wait the variables that a script made and those without a storage; here they are kept."
            : null;

    private static string? LanguageIsSmaller(Compared c) =>
        c.Ours.Fault is { } fault && Limits.Any(words => fault.Contains(words, StringComparison.Ordinal))
            ? "Elsa runs whole JavaScript and Liquid; the language here is a part of it that gives the same result every time: " + fault
            : null;

    private sealed record Compared(WorkflowDefinition Definition, string Mode, SimulationResult Ours, JsonObject Recording)
    {
        public string Incidents => Recording["incidents"]?.ToJsonString() ?? "";

        public bool Races => Definition.Activities().Any(a => a.Type == "Elsa.FlowJoin" || string.Equals(a.Custom("mergeMode").AsText(), nameof(MergeMode.Race), StringComparison.OrdinalIgnoreCase));

        public bool MakesVariables => Definition.Activities().Any(a => a.Json.ToJsonString().Contains("setVariable(", StringComparison.Ordinal));

        public bool KeepsInMemory => Definition.Document["variables"].Elements() is { } list && list.Any(v => v.Text("storageDriverTypeName") is not { Length: > 0 } driver || driver.Contains("Memory", StringComparison.Ordinal));

        /// <summary>Whether the original printed a part of what is printed here, in the same order.</summary>
        public bool IsShortened
        {
            get
            {
                var (theirs, at) = ((Recording["lines"].Elements() ?? []).Select(l => l.AsText() ?? "").ToList(), 0);
                foreach (var line in Ours.Lines)
                    if (at < theirs.Count && theirs[at] == line) at++;
                return at == theirs.Count && at < Ours.Lines.Count;
            }
        }
    }
}
