using System.Globalization;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Correspondence.Mail;

namespace StartupOrchestrator.Correspondence.Calendar;

/// <summary>Writes an invitation, its change or its cancellation as iCalendar text (RFC 5545, RFC 5546).</summary>
public static class IcsWriter
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>REQUEST or CANCEL.</summary>
    public static string Method(Invitation invitation) => invitation.Cancelled ? "CANCEL" : "REQUEST";

    /// <summary>The whole text.</summary>
    public static string Write(Invitation invitation)
    {
        var zone = invitation.Zone.Id;
        var lines = new ContentLines()
            .Add("BEGIN", "VCALENDAR")
            .Add("PRODID", "-//StartupOrchestrator//Visits//EN")
            .Add("VERSION", "2.0")
            .Add("CALSCALE", "GREGORIAN")
            .Add("METHOD", Method(invitation));
        ZoneWriter.Write(invitation.Zone, invitation.Start.Date, invitation.End.Date, lines);
        lines.Add("BEGIN", "VEVENT")
            .AddText("UID", OneLine.Of(invitation.Uid, 200))
            .Add("SEQUENCE", invitation.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("DTSTAMP", Utc.Format(invitation.Stamp))
            .Add($"DTSTART;TZID={zone}", Local.Format(invitation.Start))
            .Add($"DTEND;TZID={zone}", Local.Format(invitation.End))
            .AddText("SUMMARY", OneLine.Of(invitation.Summary, 200));
        if (invitation.Location.Length > 0)
        {
            lines.AddText("LOCATION", OneLine.Of(invitation.Location, 200));
        }

        if (invitation.Description.Length > 0)
        {
            lines.AddText("DESCRIPTION", invitation.Description);
        }

        lines.Add($"ORGANIZER{CommonName(invitation.Organizer)}", $"mailto:{invitation.Organizer.Address}");
        foreach (var attendee in invitation.Attendees)
        {
            lines.Add($"ATTENDEE{CommonName(attendee)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE", $"mailto:{attendee.Address}");
        }

        return lines.Add("STATUS", invitation.Cancelled ? "CANCELLED" : "CONFIRMED")
            .Add("TRANSP", invitation.Cancelled ? "TRANSPARENT" : "OPAQUE")
            .Add("END", "VEVENT")
            .Add("END", "VCALENDAR")
            .ToString();
    }

    private static string CommonName(Mailbox mailbox) =>
        mailbox.Name.Length == 0 ? "" : $";CN={ContentLines.QuoteParameter(mailbox.Name)}";
}
