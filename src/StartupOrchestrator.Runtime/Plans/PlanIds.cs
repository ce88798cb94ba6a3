namespace StartupOrchestrator.Runtime.Plans;

/// <summary>Reads the ids that the engine derives: <c>instance/activity.number</c> for waits, <c>instance/activity#number</c> for commands, <c>instance/activity:attempt:iteration</c> for children.</summary>
internal static class PlanIds
{
    private static readonly char[] Ends = ['.', '#', ':'];

    /// <summary>The live activity that an id belongs to; null when it is none of the engine's ids.</summary>
    public static string? ActivityInstance(string id)
    {
        var slash = id.LastIndexOf('/');
        var end = slash < 0 ? -1 : id.IndexOfAny(Ends, slash);
        return end < 0 ? null : id[(slash + 1)..end];
    }
}
