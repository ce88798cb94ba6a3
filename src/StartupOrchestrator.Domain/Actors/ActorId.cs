using System.Diagnostics.CodeAnalysis;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>The identity of one actor. Its text form <c>kind/key</c> names its stream in the journal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Unique within the kind: lower-case letters, digits, <c>-</c> and <c>.</c>; never a personal value.</param>
public readonly record struct ActorId(ActorKind Kind, string Key)
{
    private static readonly string[] KindNames = [.. Enum.GetNames<ActorKind>().Select(n => n.ToLowerInvariant())];

    /// <summary>The stream's name, for example <c>site/a1b2</c>.</summary>
    public override string ToString() => $"{KindNames[(int)Kind]}/{Key}";

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is not <c>kind/key</c> with a known kind.</exception>
    public static ActorId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an actor id; expected kind/key, for example site/a1b2.");

    /// <summary>Reads the text form without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActorId id)
    {
        id = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || slash == text!.Length - 1)
        {
            return false;
        }

        var kind = Array.IndexOf(KindNames, text[..slash]);
        if (kind < 0)
        {
            return false;
        }

        id = new ActorId((ActorKind)kind, text[(slash + 1)..]);
        return true;
    }
}
