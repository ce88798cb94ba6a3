using System.Collections.Concurrent;

namespace StartupOrchestrator.Correspondence.Mail.Pickup;

/// <summary>Keeps mails in memory, for a product that keeps everything there. Like the pickup folder: one copy a Message-ID.</summary>
public sealed class MemoryTransport : IMailTransport
{
    private readonly ConcurrentDictionary<string, MailMessage> mails = new();

    /// <inheritdoc/>
    public string Name => "memory";

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<MailMessage> Mails => [.. mails.Values.OrderBy(m => m.Date)];

    /// <inheritdoc/>
    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        mails[message.MessageId] = message;
        return Task.FromResult<MailOutcome>(new MailOutcome.Sent("kept in memory"));
    }
}
