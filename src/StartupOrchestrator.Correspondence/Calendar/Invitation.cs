using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Correspondence.Mail;

namespace StartupOrchestrator.Correspondence.Calendar;

/// <summary>A visit in calendars: proposed, moved or cancelled.</summary>
/// <param name="Uid">The same for ever: calendars recognise the entry by it.</param>
/// <param name="Sequence">Rises with each change; a calendar ignores older ones.</param>
/// <param name="Stamp">When this version was written (UTC).</param>
/// <param name="Start">Start, wall-clock time at the site.</param>
/// <param name="End">End, wall-clock time at the site, after <paramref name="Start"/>.</param>
/// <param name="Zone">The site's time zone.</param>
/// <param name="Summary">Title in the calendar.</param>
/// <param name="Organizer">Who invites.</param>
public sealed record Invitation(
    string Uid, int Sequence, Instant Stamp, LocalDateTime Start, LocalDateTime End, DateTimeZone Zone, string Summary, Mailbox Organizer)
{
    /// <summary>Where, in words.</summary>
    public string Location { get; init; } = "";

    /// <summary>Text of the entry; may have several lines.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who is invited.</summary>
    public ImmutableArray<Mailbox> Attendees { get; init; } = [];

    /// <summary>The visit will not take place: the entry is taken out of calendars.</summary>
    public bool Cancelled { get; init; }
}
