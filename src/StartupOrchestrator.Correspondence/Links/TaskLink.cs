using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace StartupOrchestrator.Correspondence.Links;

/// <summary>
/// The token in a link to a task's page: <c>{task key}~{256-bit secret}</c>. The task's key finds the actor, the secret
/// opens it. Written into a mail it is a capability for this one task; it is never stored and never logged.
/// </summary>
public sealed class TaskLink
{
    private const char Separator = '~';
    private const int SecretLength = 43;

    private TaskLink(string task, string secret)
    {
        Task = task;
        Secret = secret;
    }

    /// <summary>Key of <c>task/…</c>.</summary>
    public string Task { get; }

    /// <summary>Lower-case hex SHA-256 of the secret: what the task keeps.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));

    private string Secret { get; }

    /// <summary>
    /// The link for one person to one task. The same task, person and generation give the same link, so a mail sent
    /// again opens the same page.
    /// </summary>
    /// <param name="key">The installation's key.</param>
    /// <param name="task">Key of <c>task/…</c>.</param>
    /// <param name="person">Key of <c>person/…</c>.</param>
    /// <param name="generation">Rises whenever earlier links of the task die.</param>
    public static TaskLink For(TaskLinkKey key, string task, string person, long generation)
    {
        var what = FormattableString.Invariant($"task-link|{task.Length}|{task}|{person.Length}|{person}|{generation}");
        return new TaskLink(task, Base64Url.EncodeToString(key.Derive(Encoding.UTF8.GetBytes(what))));
    }

    /// <summary>Reads a token from an address; says nothing about whether it opens anything.</summary>
    public static bool TryParse(string? token, [NotNullWhen(true)] out TaskLink? link)
    {
        link = null;
        var at = token?.LastIndexOf(Separator) ?? -1;
        if (at is < 1 or > 120 || token!.Length - at - 1 != SecretLength)
        {
            return false;
        }

        var task = token[..at];
        var secret = token[(at + 1)..];
        if (!task.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.') || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return false;
        }

        link = new TaskLink(task, secret);
        return true;
    }

    /// <summary>Whether a kept hash is that of this link; takes the same time whatever differs.</summary>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    /// <summary>The address of the page.</summary>
    /// <param name="publicAddress">Where the pages are reached.</param>
    /// <param name="language">Language in which it opens; null: the browser's.</param>
    public Uri Address(Uri publicAddress, string? language = null)
    {
        var root = publicAddress.AbsoluteUri.TrimEnd('/');
        return new Uri(language is null ? $"{root}/t/{Token}" : $"{root}/t/{Token}?lang={language}");
    }

    /// <summary>The token. Named, so that nobody logs it by accident.</summary>
    public string Token => $"{Task}{Separator}{Secret}";

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"link to task/{Task}";
}
