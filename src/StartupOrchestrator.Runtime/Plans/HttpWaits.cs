namespace StartupOrchestrator.Runtime.Plans;

/// <summary>How waits for calls from outside are kept: among the named events, so that one indexed look finds them.</summary>
public static class HttpWaits
{
    /// <summary>The name for a path or template of a path.</summary>
    public static string Name(string? path) => "http:" + (path ?? "").Trim('/');
}
