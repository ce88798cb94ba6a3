namespace StartupOrchestrator.Workflows.Execution;

/// <summary>
/// Runs workflow instances, one step at a time. It does no input or output and reads no clock: the same graph, state,
/// stimulus and context always give the same result, so a step can be repeated after a crash, replayed and simulated.
/// </summary>
public static class Engine
{
    /// <summary>Takes one step: gives the stimulus to the instance and runs it until everything waits again.</summary>
    /// <param name="graph">Graph of the version that the instance is pinned to.</param>
    /// <param name="state">State before the step; it is not changed.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="context">What the step may know of the world.</param>
    /// <returns>New state, facts and effects. A stimulus that finds nobody changes nothing and leaves a fact that says so.</returns>
    /// <exception cref="InvalidOperationException">The graph does not fit the state, or an instance is started twice.</exception>
    public static StepResult Run(WorkflowGraph graph, InstanceState state, Stimulus stimulus, StepContext context)
    {
        var burst = new Burst(graph, state, context);
        if (!Stimuli.Give(burst, stimulus))
        {
            burst.Fact(FactKinds.StimulusIgnored, null, Burst.Message(stimulus.GetType().Name));
            return new StepResult(state, burst.Facts, []);
        }

        var drained = burst.Drain();
        Settling.Settle(burst, drained);
        return new StepResult(burst.State, burst.Facts, burst.Effects);
    }
}
