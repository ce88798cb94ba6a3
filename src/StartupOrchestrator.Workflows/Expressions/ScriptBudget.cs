namespace StartupOrchestrator.Workflows.Expressions;

/// <summary>How much one evaluation may use. All three are counted, not timed, so the same script always ends at the same place.</summary>
/// <param name="Steps">Operations; built-in functions count in proportion to the data that they touch.</param>
/// <param name="AllocatedBytes">Bytes of values made during the evaluation, whether or not they are still in use.</param>
/// <param name="Depth">Calls within calls.</param>
public sealed record ScriptBudget(long Steps, long AllocatedBytes, int Depth)
{
    /// <summary>A million steps, 24 MB, 200 calls deep: some tens of milliseconds at the worst.</summary>
    public static ScriptBudget Default { get; } = new(1_000_000, 24_000_000, 200);
}
