using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>Names of mails. They follow from what caused the mail, so that a repeated sending bears the same name.</summary>
public static class MessageIds
{
    /// <summary>The Message-ID of an outbox row.</summary>
    /// <param name="outboxId">The row's stable key.</param>
    /// <param name="domain">Domain of the sender.</param>
    public static string Of(string outboxId, string domain) => $"{Safe(outboxId)}@{domain}";

    /// <summary>The name of a conversation: every mail about the same actor refers to it.</summary>
    public static string Thread(ActorId about, string domain) => $"thread.{Safe(about.ToString().Replace('/', '.'))}@{domain}";

    private static string Safe(string id) =>
        id.Length is > 0 and <= 120 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || IsDotAtom(id)
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..40];

    private static bool IsDotAtom(string id) =>
        id.Length is > 0 and <= 120 && id[0] != '.' && id[^1] != '.' && !id.Contains("..", StringComparison.Ordinal)
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
