using System.Security.Cryptography;
using System.Text;

namespace StartupOrchestrator.Server.Features.Webhooks;

/// <summary>
/// Who may call workflows from outside without an account: systems that sign. The section <c>Webhooks</c> of the
/// configuration holds <c>Secret</c> (and <c>PreviousSecret</c> while it is being replaced).
/// </summary>
/// <param name="Secrets">Secrets that count, at most two.</param>
public sealed record WebhookOptions(IReadOnlyList<string> Secrets)
{
    /// <summary>Header with the time of signing (Unix seconds).</summary>
    public const string TimestampHeader = "X-Startup-Timestamp";

    /// <summary>Header with <c>sha256=</c> and the hex HMAC over <c>timestamp.METHOD.path?query.body</c>.</summary>
    public const string SignatureHeader = "X-Startup-Signature";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Reads the section.</summary>
    public static WebhookOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Webhooks");
        return new WebhookOptions([.. new[] { section["Secret"], section["PreviousSecret"] }.OfType<string>().Where(s => s.Length >= 16)]);
    }

    /// <summary>The signature of a request.</summary>
    public static string Sign(string secret, string timestamp, string method, string pathAndQuery, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}.{method.ToUpperInvariant()}.{pathAndQuery}."));
        mac.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    /// <summary>Whether the request bears a signature that is right and recent.</summary>
    public bool IsSigned(HttpRequest request, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        string timestamp = request.Headers[TimestampHeader].ToString(), signature = request.Headers[SignatureHeader].ToString();
        if (!long.TryParse(timestamp, out var seconds) || Math.Abs((now - DateTimeOffset.UnixEpoch).TotalSeconds - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var right = false;
        foreach (var secret in Secrets)
        {
            var expected = Sign(secret, timestamp, request.Method, request.Path.ToUriComponent() + request.QueryString.ToUriComponent(), body);
            right |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
        }

        return right;
    }
}
