using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>
/// A personal API token: <c>so_{person}_{secret}</c>. The person's key finds the account, the secret (256 random bits)
/// proves it; only its hash is kept.
/// </summary>
/// <param name="Person">Key of the person.</param>
/// <param name="Hash">SHA-256 of the secret, lower-case hex.</param>
internal sealed record SecretToken(string Person, string Hash)
{
    private const string Prefix = "so_";

    /// <summary>Makes a token; its text is shown once and never again.</summary>
    public static (SecretToken Token, string Text) Create(string person)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)).Replace('_', '~');
        return (new SecretToken(person, HashOf(secret)), $"{Prefix}{person}_{secret}");
    }

    /// <summary>Reads a token's text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretToken? token)
    {
        token = null;
        if (text is null || text.Length > 300 || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var split = text.LastIndexOf('_');
        if (split <= Prefix.Length || split == text.Length - 1)
        {
            return false;
        }

        token = new SecretToken(text[Prefix.Length..split], HashOf(text[(split + 1)..]));
        return true;
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string storedHash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(storedHash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
