using NodaTime;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>Letters to a site about the course of things: selected, not selected, activated; and free notes of a plan.</summary>
public static class SiteLetters
{
    /// <summary>The site was selected.</summary>
    public static MailContent Selection(MailFrame frame) => Letter(frame, "mail.selection-letter", [], "next", "hold");

    /// <summary>The site was not selected.</summary>
    public static MailContent Decline(MailFrame frame) => Letter(frame, "mail.decline-letter", [], "next");

    /// <summary>The site is activated.</summary>
    /// <param name="frame">Who and where.</param>
    /// <param name="on">Activation date.</param>
    public static MailContent Activation(MailFrame frame, LocalDate on) =>
        Letter(frame, "mail.activation-letter", [("date", frame.Language.Date(on))], "next");

    /// <summary>A mail whose words come from a plan.</summary>
    public static MailContent Note(MailFrame frame, string title, string text)
    {
        var words = frame.Language;
        return new MailContent(words, words.Text("mail.note.subject", ("study", frame.Study), ("site", frame.SiteCode), ("title", title)), frame.Greeting, frame.Sender)
        {
            Lead = [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Facts = [.. frame.Place()],
            Footer = [words["mail.reply"], words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }

    private static MailContent Letter(MailFrame frame, string key, (string Name, string Value)[] values, params string[] notes)
    {
        var words = frame.Language;
        (string, string)[] all = [("study", frame.Study), ("site", frame.Site ?? frame.Study), .. values];
        return new MailContent(words, words.Text($"{key}.subject", all), frame.Greeting, frame.Sender)
        {
            Lead = [words.Text($"{key}.lead", all), .. notes.Select(n => words[$"{key}.{n}"])],
            Facts = [.. frame.Place()],
            Footer = [words["mail.reply"], words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }
}
