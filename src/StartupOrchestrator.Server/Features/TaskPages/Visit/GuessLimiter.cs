using System.Collections.Concurrent;
using System.Net;

namespace StartupOrchestrator.Server.Features.TaskPages.Visit;

/// <summary>
/// Slows down whoever tries addresses that do not exist: after thirty within ten minutes from one network nothing is
/// looked up for it. A link has 256 random bits, so this protects the database and the log, not the secret; it is
/// therefore kept in memory.
/// </summary>
internal sealed class GuessLimiter(TimeProvider time)
{
    private const int Allowed = 30;
    private const int MaxNetworks = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Misses> networks = new();

    /// <summary>Whether the network has tried too often.</summary>
    public bool IsLimited(IPAddress? address) =>
        networks.TryGetValue(Network(address), out var misses) && misses.Count >= Allowed && time.GetUtcNow() - misses.Since < Window;

    /// <summary>Notes an address that does not exist.</summary>
    public void Missed(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (networks.Count >= MaxNetworks)
        {
            foreach (var old in networks.Where(n => now - n.Value.Since >= Window).ToList())
            {
                networks.TryRemove(old);
            }
        }

        networks.AddOrUpdate(Network(address), new Misses(1, now), (_, known) => now - known.Since >= Window ? new Misses(1, now) : known with { Count = known.Count + 1 });
    }

    // One IPv6 customer has a whole /64: count by that.
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, bytes.Length == 16 ? 8 : 4));
    }

    private sealed record Misses(int Count, DateTimeOffset Since);
}
