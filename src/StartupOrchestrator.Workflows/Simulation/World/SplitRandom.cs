using System.Security.Cryptography;
using System.Text;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>
/// Random numbers that follow from a seed and a path of names alone, so that the same study rehearsed with the same seed
/// meets the same world whatever the order in which its items are looked at.
/// </summary>
/// <param name="Seed">State; equal seeds give equal numbers.</param>
public readonly record struct SplitRandom(ulong Seed)
{
    /// <summary>An independent source for a named part.</summary>
    public SplitRandom Split(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Seed}/{name}")), hash);
        return new SplitRandom(BitConverter.ToUInt64(hash));
    }

    /// <summary>An independent source for a numbered part.</summary>
    public SplitRandom Split(long number) => new(Mix(Seed ^ Mix(unchecked((ulong)number) + 0x9E3779B97F4A7C15)));

    /// <summary>A number from 0 (inclusive) to 1 (exclusive).</summary>
    public double Uniform() => (Mix(Seed + 0x9E3779B97F4A7C15) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A standard normal number (Box and Muller).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Split(1).Uniform()));
        return radius * Math.Cos(2 * Math.PI * Split(2).Uniform());
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
