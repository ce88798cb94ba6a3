namespace StartupOrchestrator.Server.Outgoing;

/// <summary>
/// Which other systems workflows may call. The section <c>Outgoing</c> of the configuration: AllowedHosts (names, with
/// <c>*.example.org</c> for all below one), AllowedPrivateHosts (names or addresses within the own network, each with its
/// port, for example <c>127.0.0.1:8080</c>). Without the section nothing is called.
/// </summary>
public sealed record OutgoingOptions
{
    /// <summary>Hosts on the public network.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Hosts within the own network, with port.</summary>
    public IReadOnlyList<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>How long one attempt may take, from name resolution to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Attempts before the workflow is told that the call failed.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Longest answer, in bytes.</summary>
    public int LongestAnswer { get; init; } = 1024 * 1024;

    /// <summary>Reads the section.</summary>
    public static OutgoingOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Outgoing");
        return new OutgoingOptions
        {
            AllowedHosts = Split(section["AllowedHosts"]),
            AllowedPrivateHosts = Split(section["AllowedPrivateHosts"]),
            Timeout = TimeSpan.FromSeconds(Math.Clamp(section.GetValue("TimeoutSeconds", 15), 1, 25)),
            Attempts = Math.Clamp(section.GetValue("Attempts", 3), 1, 10),
        };
    }

    /// <summary>Whether an address may be called at all, before its name is resolved.</summary>
    public bool Allows(Uri address) => AllowsPrivate(address.Host, address.Port)
        || AllowedHosts.Any(h => h.StartsWith("*.", StringComparison.Ordinal)
            ? address.Host.EndsWith(h[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(h, address.Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an address within the own network may be called.</summary>
    public bool AllowsPrivate(string host, int port) => AllowedPrivateHosts.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);

    private static string[] Split(string? list) => list?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
