using StartupOrchestrator.Correspondence.Calendar;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>The mail around a calendar entry.</summary>
public static class VisitMails
{
    /// <summary>Invites, tells of a move or of a cancellation, as the entry says.</summary>
    /// <param name="frame">Who and where.</param>
    /// <param name="invitation">The entry.</param>
    /// <param name="visit">What it is, in the mail's language.</param>
    public static MailContent Visit(MailFrame frame, Invitation invitation, string visit)
    {
        var words = frame.Language;
        var key = invitation.Cancelled ? "mail.visit-cancelled" : invitation.Sequence > 0 ? "mail.visit-moved" : "mail.visit-invitation";
        var when = words.Text("mail.visit.zone", ("date", words.LongDate(invitation.Start.Date)), ("start", words.Time(invitation.Start.TimeOfDay)),
            ("end", words.Time(invitation.End.TimeOfDay)), ("zone", invitation.Zone.Id));
        var facts = frame.Place().Append(new MailFact(words["mail.what"], visit)).Append(new MailFact(words["mail.when"], when, Strong: true));
        if (invitation.Location.Length > 0)
        {
            facts = facts.Append(new MailFact(words["mail.where"], invitation.Location));
        }

        return new MailContent(words, words.Text($"{key}.subject", ("study", frame.Study), ("site", frame.SiteCode), ("visit", visit), ("date", words.Date(invitation.Start.Date))), frame.Greeting, frame.Sender)
        {
            Lead = [words.Text($"{key}.lead", ("visit", visit))],
            Facts = [.. facts],
            Footer = [words["mail.reply"], words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }
}
