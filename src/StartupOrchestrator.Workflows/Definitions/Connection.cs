namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>A line on the canvas: when <paramref name="Source"/> ends with <paramref name="Port"/>, <paramref name="Target"/> is next.</summary>
/// <param name="Source">Id of the activity it leaves.</param>
/// <param name="Port">Outcome that follows it; case-sensitive.</param>
/// <param name="Target">Id of the activity it enters.</param>
public sealed record Connection(string Source, string Port, string Target)
{
    /// <summary>Name of the connection in instance states, stable over versions.</summary>
    public string Key { get; } = $"{Source}:{Port}>{Target}";
}
