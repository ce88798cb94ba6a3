using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>E-mail addresses as names of accounts.</summary>
internal static class EmailAddress
{
    private const int Longest = 254;

    /// <summary>The address alone, trimmed; null when it is not one.</summary>
    public static string? Parse(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is { Length: > 2 and <= Longest } && !trimmed.Any(char.IsControl) && !trimmed.Contains('"', StringComparison.Ordinal)
            && MailAddress.TryCreate(trimmed, out var address) && string.Equals(address.Address, trimmed, StringComparison.Ordinal)
            ? trimmed
            : null;
    }

    /// <summary>What identifies the account without telling the address: SHA-256 over the folded address, lower-case hex.</summary>
    public static string AccountOf(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant())));
}
