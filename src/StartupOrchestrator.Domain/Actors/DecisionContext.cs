using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>Everything a decision may look at besides state and command. Pure data: no clock, no random source.</summary>
/// <param name="Self">The deciding actor.</param>
/// <param name="CommandId">The command's id, from which new ids are derived.</param>
/// <param name="Now">The moment of the decision (UTC).</param>
/// <param name="Origin">Who asked.</param>
public sealed record DecisionContext(ActorId Self, string CommandId, Instant Now, Origin Origin)
{
    /// <summary>Other actors' state that the decision was told to look at, by <see cref="IActorType.EvidenceFor"/>.</summary>
    public ImmutableDictionary<ActorId, Evidence> Evidence { get; init; } = ImmutableDictionary<ActorId, Evidence>.Empty;

    /// <summary>An id that follows from this command: the same command id always gives the same one.</summary>
    /// <param name="purpose">Names what the id is for, unique within the decision.</param>
    public string DeriveId(string purpose) => DerivedId.From(Self.ToString(), CommandId, purpose);
}

/// <summary>Another actor as it was when the decision was made; the commit checks that it still is.</summary>
/// <param name="Version">Its version; 0 when it does not exist.</param>
/// <param name="State">Its state object; null when it does not exist.</param>
public sealed record Evidence(long Version, object? State);

/// <summary>Ids that follow from other ids, so that a repeated step names the same things.</summary>
public static class DerivedId
{
    /// <summary>26 lower-case base-32 characters of SHA-256 over the parts.</summary>
    public static string From(params ReadOnlySpan<string> parts)
    {
        const string alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        Span<char> id = stackalloc char[26];
        for (var i = 0; i < id.Length; i++)
        {
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            id[i] = alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(id);
    }
}
