namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>Lets mail of a training installation reach only the receivers on its list: addresses, or <c>@domain</c> for a whole domain.</summary>
/// <param name="inner">The way out.</param>
/// <param name="allowed">The list; empty: nobody.</param>
public sealed class AllowListTransport(IMailTransport inner, IEnumerable<string> allowed) : IMailTransport
{
    private readonly HashSet<string> entries = [.. allowed.Select(a => a.Trim().ToLowerInvariant()).Where(a => a.Length > 0)];

    /// <inheritdoc/>
    public string Name => $"{inner.Name}, only to the training list";

    /// <inheritdoc/>
    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var address = message.To.Address.ToLowerInvariant();
        return entries.Contains(address) || entries.Contains('@' + message.To.Domain)
            ? inner.SendAsync(message, cancellationToken)
            : Task.FromResult<MailOutcome>(new MailOutcome.Withheld("This is a training installation and the receiver is not on its list."));
    }
}
