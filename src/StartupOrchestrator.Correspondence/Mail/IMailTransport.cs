namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>The way out for e-mail. A message may be handed over more than once, always under the same Message-ID.</summary>
public interface IMailTransport
{
    /// <summary>Name for logs and the settings page, for example <c>pickup folder</c>.</summary>
    string Name { get; }

    /// <summary>Hands the message over.</summary>
    /// <exception cref="MailDelayedException">It did not leave, or nobody knows whether it did; try again later.</exception>
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken);
}

/// <summary>What became of a mail that needs no further attempt.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The next server, or the folder, has it.</summary>
    /// <param name="Detail">What it said.</param>
    public sealed record Sent(string Detail) : MailOutcome;

    /// <summary>It will never be taken: the receiver's address does not work.</summary>
    /// <param name="Reason">What the server said, one line.</param>
    public sealed record Refused(string Reason) : MailOutcome;

    /// <summary>This installation does not write to that receiver (training).</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Withheld(string Reason) : MailOutcome;
}

/// <summary>A mail did not leave now; the relay keeps the row and tries again.</summary>
public sealed class MailDelayedException(string message, Exception? inner = null) : Exception(message, inner);
