using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Runs the script of an activity whose business is the script itself.</summary>
internal static class ScriptRun
{
    /// <exception cref="ActivityFaultException">The script cannot be read or finished; the message says where.</exception>
    public static JsonNode? Run(ActivityContext step, CompiledInput script, ScriptOutcomes outcomes)
    {
        try
        {
            return InputEvaluator.Run(step.Burst, step.Instance, script, null, outcomes);
        }
        catch (ScriptException e)
        {
            var place = e.Line > 0 ? $" (line {e.Line}, column {e.Column})" : "";
            throw new ActivityFaultException($"The script failed{place}", e);
        }
    }
}
