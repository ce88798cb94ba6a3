using Microsoft.AspNetCore.Identity;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>Hashes passwords with the framework's hasher, and says which passwords are accepted.</summary>
public sealed class Passwords
{
    /// <summary>Fewest characters of a password; length is what protects.</summary>
    public const int Shortest = 12;

    private const int Longest = 256;

    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> hasher = new();
    private readonly Lazy<string> decoy;

    /// <summary>Prepares a hash to compare with when an account does not exist, so that both answers take as long.</summary>
    public Passwords() => decoy = new(() => hasher.HashPassword(Nobody, "no account has this password"));

    /// <summary>What is wrong with a new password; null when it is accepted.</summary>
    public static string? Mistake(string? password, string email)
    {
        if (password is null || password.Length < Shortest)
        {
            return $"Use at least {Shortest} characters. A sentence is easy to remember.";
        }

        if (password.Length > Longest)
        {
            return $"Use at most {Longest} characters.";
        }

        return password.Distinct().Count() < 5 || password.Contains(email, StringComparison.OrdinalIgnoreCase)
            ? "This password is too easy to guess: do not repeat a few characters and do not use the e-mail address."
            : null;
    }

    /// <summary>The hash to keep.</summary>
    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Is this the password? Without a hash it takes as long and says no.</summary>
    public bool Verify(string? hash, string password) =>
        hasher.VerifyHashedPassword(Nobody, hash ?? decoy.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
