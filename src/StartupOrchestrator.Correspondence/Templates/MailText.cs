using System.Text;
using StartupOrchestrator.Correspondence.Mail;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>Dresses a mail as plain text: the same words in the same order as the HTML part.</summary>
public static class MailText
{
    private const int Width = 76;

    /// <summary>The text part.</summary>
    public static string Write(MailContent mail)
    {
        var output = new StringBuilder();
        if (mail.InstanceMark is { } mark)
        {
            Paragraph(output, $"*** {mark} ***");
        }

        Paragraph(output, mail.Greeting);
        foreach (var lead in mail.Lead)
        {
            Paragraph(output, lead);
        }

        foreach (var quote in mail.Quotes)
        {
            output.Append(quote.Label).Append(":\n");
            foreach (var line in Wrap(quote.Text, Width - 2))
            {
                output.Append("> ").Append(line).Append('\n');
            }

            output.Append('\n');
        }

        Facts(output, mail);
        foreach (var check in mail.Checklist)
        {
            output.Append("[ ] ").Append(OneLine.Of(check.What)).Append(" (").Append(check.Detail).Append(")\n    ").Append(check.Link).Append("\n\n");
        }

        if (mail.Action is { } action)
        {
            output.Append(action.Label).Append(":\n").Append(action.Link).Append("\n\n");
        }

        foreach (var note in mail.Notes)
        {
            Paragraph(output, note);
        }

        output.Append(mail.Language["mail.regards"]).Append('\n').Append(OneLine.Of(mail.Sender.Name)).Append('\n');
        if (mail.Sender.Contact is { } contact)
        {
            output.Append(OneLine.Of(contact)).Append('\n');
        }

        output.Append("\n-- \n");
        foreach (var line in mail.Footer)
        {
            output.Append(line).Append('\n');
        }

        return output.ToString();
    }

    private static void Facts(StringBuilder output, MailContent mail)
    {
        if (mail.Facts.IsEmpty)
        {
            return;
        }

        var width = Math.Min(24, mail.Facts.Max(f => f.Label.Length)) + 2;
        foreach (var fact in mail.Facts)
        {
            var label = OneLine.Of(fact.Label) + ":";
            if (label.Length > width)
            {
                output.Append(label).Append('\n').Append(' ', width).Append(OneLine.Of(fact.Value)).Append('\n');
            }
            else
            {
                output.Append(label.PadRight(width)).Append(OneLine.Of(fact.Value)).Append('\n');
            }
        }

        output.Append('\n');
    }

    private static void Paragraph(StringBuilder output, string text)
    {
        foreach (var line in Wrap(text, Width))
        {
            output.Append(line).Append('\n');
        }

        output.Append('\n');
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var source in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in OneLine.Of(source, 4000).Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line.ToString();
                    line.Clear();
                }

                line.Append(line.Length > 0 ? " " : "").Append(word);
            }

            yield return line.ToString();
        }
    }
}
