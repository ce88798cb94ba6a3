using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>Mails that ask somebody to do something: one task, several at once, and the reminder.</summary>
public static class TaskMails
{
    /// <summary>A task was given.</summary>
    public static MailContent Assigned(MailFrame frame, MailTask task) => Ask(frame, task, "mail.task-assigned", "mail.task-assigned.lead");

    /// <summary>A task is still open.</summary>
    /// <param name="frame">Who and where.</param>
    /// <param name="task">The task.</param>
    public static MailContent Reminder(MailFrame frame, MailTask task) =>
        Ask(frame, task, "mail.task-reminder", task.Due < frame.Sent.Date ? "mail.task-reminder.lead-late" : "mail.task-reminder.lead");

    /// <summary>Several tasks of one person in one mail.</summary>
    public static MailContent Packet(MailFrame frame, IReadOnlyList<MailTask> tasks)
    {
        var words = frame.Language;
        var ordered = tasks.OrderBy(t => t.Due ?? NodaTime.LocalDate.MaxIsoValue).ThenBy(t => t.What, StringComparer.Ordinal).ToList();
        var first = ordered[0];
        var count = ordered.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var subject = first.Due is { } due
            ? words.Text("mail.task-packet.subject", ("study", frame.Study), ("site", frame.SiteCode), ("count", count), ("due", words.Date(due)))
            : words.Text("mail.task-packet.subject-undated", ("study", frame.Study), ("site", frame.SiteCode), ("count", count));
        return new MailContent(words, subject, frame.Greeting, frame.Sender)
        {
            Lead = [words["mail.task-packet.lead"]],
            Facts = [.. frame.Place()],
            Checklist = [.. ordered.Select(t => new MailCheck(t.What, Detail(words, t), t.Link))],
            Action = new MailAction(words["mail.task-packet.action"], first.Link),
            Notes = [words["mail.ways-out"]],
            Footer = [.. Small(frame, first)],
        };
    }

    /// <summary>The table's rows of a task.</summary>
    internal static IEnumerable<MailFact> Facts(MailFrame frame, MailTask task)
    {
        var words = frame.Language;
        foreach (var fact in frame.Place())
        {
            yield return fact;
        }

        yield return new MailFact(words["mail.what"], task.What);
        if (!string.IsNullOrWhiteSpace(task.Why))
        {
            yield return new MailFact(words["mail.why"], task.Why);
        }

        if (task.Minutes is { } minutes)
        {
            yield return new MailFact(words["mail.how-long"], words.Count("mail.minutes", minutes));
        }

        if (task.Due is { } due)
        {
            yield return new MailFact(words["mail.until"], words.LongDate(due), Strong: true);
        }
    }

    /// <summary>The small print of a mail with a link.</summary>
    internal static IEnumerable<string> Small(MailFrame frame, MailTask task)
    {
        var words = frame.Language;
        yield return words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)));
        yield return task.LinkUntil is { } until ? words.Text("mail.link-until", ("date", words.Date(until))) : words["mail.link"];
        yield return $"{words["mail.copy-link"]} {task.Link}";
        yield return words["mail.other-language"];
    }

    private static MailContent Ask(MailFrame frame, MailTask task, string key, string lead)
    {
        var words = frame.Language;
        var subject = task.Due is { } due
            ? words.Text($"{key}.subject", ("study", frame.Study), ("site", frame.SiteCode), ("what", task.What), ("due", words.Date(due)))
            : words.Text($"{key}.subject-undated", ("study", frame.Study), ("site", frame.SiteCode), ("what", task.What));
        return new MailContent(words, subject, frame.Greeting, frame.Sender)
        {
            Lead = [words[lead]],
            Facts = [.. Facts(frame, task)],
            Action = new MailAction(words[$"{key}.action"], task.Link),
            Notes = [words["mail.ways-out"]],
            Footer = [.. Small(frame, task)],
        };
    }

    private static string Detail(Language words, MailTask task)
    {
        var minutes = (task.Minutes ?? 5).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return task.Due is { } due
            ? words.Text("mail.task-packet.item", ("due", words.Date(due)), ("minutes", minutes))
            : words.Text("mail.task-packet.item-undated", ("minutes", minutes));
    }
}
