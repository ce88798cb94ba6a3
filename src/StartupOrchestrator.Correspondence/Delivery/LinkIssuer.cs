using NodaTime;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>
/// Makes the personal link of a mail and has the task keep its hash before the mail leaves. The same link is made again
/// for every mail of the task to the same person, until it was revoked or is about to expire.
/// </summary>
public sealed class LinkIssuer(IActorRuntime runtime, TaskLinkKey key, MailOptions options)
{
    private static readonly Duration Worthwhile = Duration.FromDays(7);

    /// <summary>The link.</summary>
    /// <param name="task">The task.</param>
    /// <param name="state">Its state as just read.</param>
    /// <param name="recipient">For whom.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NoRecipientException">The task takes no link any more.</exception>
    public async Task<(TaskLink Link, LocalDate Until)> IssueAsync(ActorId task, TaskState state, Recipient recipient, Instant now, CancellationToken cancellationToken)
    {
        var mine = state.Links.Where(l => l.Person == recipient.Key).ToList();
        var dead = mine.Count(l => l.Revoked || l.Expires < now + Worthwhile);
        var link = TaskLink.For(key, task.Key, recipient.Key, dead);
        if (mine.FirstOrDefault(l => !l.Revoked && link.Matches(l.Hash)) is { } known)
        {
            return (link, LastDay(known.Expires, recipient));
        }

        var today = now.InZone(recipient.Zone).Date;
        var until = LocalDate.Max(today.PlusDays(options.LinkDays), (state.Due ?? today).PlusDays(options.LinkDaysAfterDue));
        var expires = recipient.Zone.AtStartOfDay(until.PlusDays(1)).ToInstant();
        var envelope = new Envelope(DerivedId.From(task.ToString(), "issue-link", link.Hash), task, new IssueLink(link.Hash, recipient.Key, expires), Origin.System);
        return await runtime.SendAsync(envelope, cancellationToken).ConfigureAwait(false) is CommandResult.Refused { Refusal: { Kind: not RefusalKind.CommandIdReused } refusal }
            ? throw new NoRecipientException(refusal.Message)
            : (link, until);
    }

    private static LocalDate LastDay(Instant expires, Recipient recipient) => (expires - Duration.Epsilon).InZone(recipient.Zone).Date;
}
