using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Writes the mails about tasks from what the tasks are at the moment of sending.</summary>
public sealed class TaskMailWriter(IActorRuntime runtime, IPersonalValues personal, PlaceReader places, RecipientReader people, LinkIssuer links)
{
    /// <summary>Whether the template is about a task.</summary>
    public static bool Knows(string template) => template.StartsWith("task-", StringComparison.Ordinal);

    /// <summary>The mail's content; null when it has become pointless (asking for what is done).</summary>
    public async Task<MailContent?> WriteAsync(SendMail mail, Recipient recipient, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        var ids = mail.Data["tasks"] is JsonArray several ? several.Select(t => (string?)t) : [(string?)mail.Data["task"]];
        var tasks = new List<(ActorId Id, TaskState State)>();
        foreach (var text in ids)
        {
            if (ActorId.TryParse(text, out var id) && (await runtime.ReadAsync(id, cancellationToken).ConfigureAwait(false))?.State is TaskState { Given: not null } state)
            {
                tasks.Add((id, state));
            }
        }

        if (tasks.Count == 0)
        {
            throw new NoRecipientException($"The mail {mail.Template} names no task that is there.");
        }

        var asks = mail.Template is "task-assigned" or "task-packet" or "task-reminder" or "task-escalated";
        var relevant = tasks.Where(t => !asks || (!t.State.Ended && IsFor(t.State, mail.Template, recipient))).Select(t => (t.Id, t.State.In(recipient.Words))).ToList();
        return relevant.Count == 0 ? null : await WriteAsync(mail, relevant, recipient, settings, now, cancellationToken).ConfigureAwait(false);
    }

    // A task that has gone to somebody else meanwhile must not give its old holder a working link.
    private static bool IsFor(TaskState state, string template, Recipient recipient) =>
        template == "task-escalated" || state.Assignee.Person is null || state.Assignee.Person == recipient.Key || state.ClaimedBy == recipient.Key;

    private async Task<MailContent> WriteAsync(
        SendMail mail, List<(ActorId Id, TaskState State)> tasks, Recipient recipient, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        var (id, state) = tasks[0];
        var given = state.Given!;
        var place = await places.ReadAsync(given.Scope, cancellationToken).ConfigureAwait(false);
        var words = recipient.Words;
        var sender = await people.NameAsync(given.QuestionsTo ?? given.GivenBy, cancellationToken).ConfigureAwait(false)
            ?? await people.NameAsync(await places.WriterAsync(given.Scope, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var frame = new MailFrame(words, recipient.Mailbox.Name, place.Study, place.Site, new MailSender(sender ?? settings.Name ?? words["mail.team"]), now.InZone(recipient.Zone).LocalDateTime);
        frame = place.SiteCode is { } code ? frame with { SiteCode = code } : frame;
        return mail.Template switch
        {
            "task-assigned" => TaskMails.Assigned(frame, await SiteTaskAsync(id, state, recipient, settings, now, cancellationToken).ConfigureAwait(false)),
            "task-reminder" => TaskMails.Reminder(frame, await SiteTaskAsync(id, state, recipient, settings, now, cancellationToken).ConfigureAwait(false)),
            "task-packet" => TaskMails.Packet(frame, await SiteTasksAsync(tasks, recipient, settings, now, cancellationToken).ConfigureAwait(false)),
            "task-question" => await QuestionAsync(frame, mail, id, state, settings, cancellationToken).ConfigureAwait(false),
            "task-declined" => ConversationMails.Declined(frame, StaffTask(id, state, settings), await people.NameAsync(state.DeclinedBy, cancellationToken).ConfigureAwait(false) ?? "?", await TextAsync(state.Forward, cancellationToken).ConfigureAwait(false)),
            "task-escalated" => ConversationMails.Escalated(frame, StaffTask(id, state, settings)),
            "task-answer" => await AnswerAsync(frame, mail, id, state, recipient, settings, now, cancellationToken).ConfigureAwait(false),
            "task-receipt" => await ReceiptAsync(frame, state, recipient, now, cancellationToken).ConfigureAwait(false),
            _ => throw new NoRecipientException($"There is no mail template '{mail.Template}'."),
        };
    }

    private async Task<List<MailTask>> SiteTasksAsync(List<(ActorId Id, TaskState State)> tasks, Recipient recipient, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        var all = new List<MailTask>();
        foreach (var (id, state) in tasks)
        {
            all.Add(await SiteTaskAsync(id, state, recipient, settings, now, cancellationToken).ConfigureAwait(false));
        }

        return all;
    }

    private async Task<MailTask> SiteTaskAsync(ActorId id, TaskState state, Recipient recipient, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        if (!state.Given!.OnTaskPage || state.Ended)
        {
            return StaffTask(id, state, settings);
        }

        var (link, until) = await links.IssueAsync(id, state, recipient, now, cancellationToken).ConfigureAwait(false);
        return new MailTask(TaskWords.Title(state), TaskWords.Why(state), state.Due, state.Given.EstimatedMinutes, link.Address(settings.PublicAddress), until);
    }

    private static MailTask StaffTask(ActorId id, TaskState state, SenderSettings settings) =>
        new(TaskWords.Title(state), TaskWords.Why(state), state.Due, state.Given!.EstimatedMinutes, new Uri($"{settings.PublicAddress.AbsoluteUri.TrimEnd('/')}/work?task={Uri.EscapeDataString(id.Key)}"), null);

    private async Task<MailContent> QuestionAsync(MailFrame frame, SendMail mail, ActorId id, TaskState state, SenderSettings settings, CancellationToken cancellationToken)
    {
        var question = QuestionOf(mail, state);
        var asker = await people.NameAsync(question.By, cancellationToken).ConfigureAwait(false);
        return ConversationMails.Question(frame, StaffTask(id, state, settings), asker ?? "?", await TextAsync(question.Question, cancellationToken).ConfigureAwait(false) ?? "");
    }

    private async Task<MailContent> AnswerAsync(MailFrame frame, SendMail mail, ActorId id, TaskState state, Recipient recipient, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        var question = QuestionOf(mail, state);
        var task = await SiteTaskAsync(id, state, recipient, settings, now, cancellationToken).ConfigureAwait(false);
        return ConversationMails.Answer(frame, task, await TextAsync(question.Question, cancellationToken).ConfigureAwait(false) ?? "", await TextAsync(question.Answer, cancellationToken).ConfigureAwait(false) ?? "");
    }

    private async Task<MailContent> ReceiptAsync(MailFrame frame, TaskState state, Recipient recipient, Instant now, CancellationToken cancellationToken)
    {
        var references = state.Answers.Values.SelectMany(a => new[] { a.Text, a.File?.Name }).OfType<PersonalRef>().Select(r => r.Id).ToList();
        var values = await personal.ReadAsync(references, cancellationToken).ConfigureAwait(false);
        return ConversationMails.Receipt(frame, TaskWords.Title(state), now.InZone(recipient.Zone).LocalDateTime, [.. TaskWords.Answers(state, frame.Language, values)]);
    }

    private static TaskQuestion QuestionOf(SendMail mail, TaskState state) =>
        state.Questions.FirstOrDefault(q => q.Index.ToString(CultureInfo.InvariantCulture) == mail.Data["question"]?.ToString())
        ?? throw new NoRecipientException($"The mail {mail.Template} names no question of the task.");

    private async Task<string?> TextAsync(PersonalRef? reference, CancellationToken cancellationToken) =>
        reference is null ? null : (await personal.ReadAsync([reference.Id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(reference.Id);
}
