using NodaTime;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>Mails about a task's question and answer, and the copy of what was recorded.</summary>
public static class ConversationMails
{
    /// <summary>A site contact asked; goes to staff.</summary>
    /// <param name="frame">Who and where.</param>
    /// <param name="task">The task; its link is the staff page.</param>
    /// <param name="asker">Name of who asked.</param>
    /// <param name="question">The question.</param>
    public static MailContent Question(MailFrame frame, MailTask task, string asker, string question)
    {
        var words = frame.Language;
        return new MailContent(words, words.Text("mail.task-question.subject", ("what", task.What), ("study", frame.Study), ("site", frame.SiteCode)), frame.Greeting, frame.Sender)
        {
            Lead = [words.Text("mail.task-question.lead", ("asker", asker))],
            Quotes = [new MailQuote(words["mail.task-question.quote"], question)],
            Facts = [.. TaskMails.Facts(frame, task with { Minutes = null })],
            Action = new MailAction(words["mail.task-question.action"], task.Link),
            Footer = [words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }

    /// <summary>A site contact says that a task is for somebody else; goes to staff.</summary>
    /// <param name="frame">Who and where.</param>
    /// <param name="task">The task; its link is the staff page.</param>
    /// <param name="who">Name of who said so.</param>
    /// <param name="instead">Who should have it, in their words.</param>
    public static MailContent Declined(MailFrame frame, MailTask task, string who, string? instead)
    {
        var words = frame.Language;
        return new MailContent(words, words.Text("mail.task-declined.subject", ("what", task.What), ("study", frame.Study), ("site", frame.SiteCode)), frame.Greeting, frame.Sender)
        {
            Lead = [words.Text("mail.task-declined.lead", ("asker", who))],
            Quotes = string.IsNullOrEmpty(instead) ? [] : [new MailQuote(words["mail.task-declined.quote"], instead)],
            Facts = [.. TaskMails.Facts(frame, task with { Minutes = null })],
            Action = new MailAction(words["mail.task-declined.action"], task.Link),
            Footer = [words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }

    /// <summary>A task stays undone; goes to the role above.</summary>
    public static MailContent Escalated(MailFrame frame, MailTask task)
    {
        var words = frame.Language;
        return new MailContent(words, words.Text("mail.task-escalated.subject", ("what", task.What), ("study", frame.Study), ("site", frame.SiteCode)), frame.Greeting, frame.Sender)
        {
            Lead = [words["mail.task-escalated.lead"]],
            Facts = [.. TaskMails.Facts(frame, task with { Minutes = null })],
            Action = new MailAction(words["mail.task-escalated.action"], task.Link),
            Footer = [words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }

    /// <summary>The answer to a site contact's question.</summary>
    public static MailContent Answer(MailFrame frame, MailTask task, string question, string answer)
    {
        var words = frame.Language;
        return new MailContent(words, words.Text("mail.task-answer.subject", ("what", task.What), ("study", frame.Study), ("site", frame.SiteCode)), frame.Greeting, frame.Sender)
        {
            Lead = [words["mail.task-answer.lead"]],
            Quotes = [new MailQuote(words["mail.task-answer.question"], question), new MailQuote(words["mail.task-answer.quote"], answer)],
            Facts = [.. TaskMails.Facts(frame, task)],
            Action = new MailAction(words["mail.task-answer.action"], task.Link),
            Notes = [words["mail.ways-out"]],
            Footer = [.. TaskMails.Small(frame, task)],
        };
    }

    /// <summary>The receipt: what was recorded, for whoever answered.</summary>
    /// <param name="frame">Who and where.</param>
    /// <param name="what">The task's title.</param>
    /// <param name="recorded">When it was recorded, wall-clock time of the receiver.</param>
    /// <param name="answers">Questions and answers.</param>
    public static MailContent Receipt(MailFrame frame, string what, LocalDateTime recorded, IReadOnlyList<MailFact> answers)
    {
        var words = frame.Language;
        return new MailContent(words, words.Text("mail.task-receipt.subject", ("what", what), ("study", frame.Study), ("site", frame.SiteCode)), frame.Greeting, frame.Sender)
        {
            Lead = [words.Text("mail.task-receipt.lead", ("moment", words.DateTime(recorded)))],
            Facts = [.. frame.Place(), new MailFact(words["mail.what"], what), .. answers],
            Notes = [words["mail.task-receipt.next"]],
            Footer = [words.Text("mail.sent", ("moment", words.DateTime(frame.Sent)))],
        };
    }
}
