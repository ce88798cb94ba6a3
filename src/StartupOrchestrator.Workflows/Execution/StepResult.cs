namespace StartupOrchestrator.Workflows.Execution;

/// <summary>What a step led to. All three belong into one transaction.</summary>
/// <param name="State">The new state.</param>
/// <param name="Facts">What happened, in order.</param>
/// <param name="Effects">What the host must do, in order.</param>
public sealed record StepResult(InstanceState State, IReadOnlyList<JournalFact> Facts, IReadOnlyList<Effect> Effects);
