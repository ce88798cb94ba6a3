using System.Text;
using NodaTime;
using StartupOrchestrator.Correspondence.Calendar;
using StartupOrchestrator.Correspondence.Mail.Mime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Tests.Templates;

public sealed class GoldenMailTests
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in Mails(Language.English).Keys)
        {
            data.Add(name, "en");
            data.Add(name, "de");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Mail_says_what_its_approved_text_says(string name, string language)
    {
        var mail = await MailRenderer.Standalone().RenderAsync(Mails(Language.For(language))[name], DatabaseNature.Production, "");

        Golden.Compare($"{name}.{language}.txt", $"Subject: {mail.Subject}\n\n{mail.Text}");
    }

    [Fact]
    public async Task Whole_message_is_written_as_its_approved_file()
    {
        var mail = await MailRenderer.Standalone().RenderAsync(Mails(Language.English)["task-assigned"], DatabaseNature.Training, "Course of spring");
        var message = Mail.Samples.Message(mail.Subject) with { Text = mail.Text, Html = mail.Html };

        Golden.Compare("task-assigned.eml", Encoding.ASCII.GetString(MimeWriter.Write(message)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Html_and_text_part_say_the_same(string name, string language)
    {
        var content = Mails(Language.For(language))[name];
        var mail = await MailRenderer.Standalone().RenderAsync(content, DatabaseNature.Rehearsal, "Copy of ONC-301");
        var html = System.Net.WebUtility.HtmlDecode(mail.Html);
        var text = string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        string[] said = [content.Greeting, content.Sender.Name, .. content.Lead, .. content.Notes, .. content.Footer, .. content.Facts.Select(f => f.Value), .. content.Checklist.Select(c => c.What)];
        Assert.All(said, s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.All(said, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.Contains("Copy of ONC-301", html, StringComparison.Ordinal);
        Assert.StartsWith(language == "en" ? "[Dry run] " : "[Probelauf] ", mail.Subject, StringComparison.Ordinal);
        WriteForTheEye(name, language, mail);
    }

    [Fact]
    public async Task Values_are_shown_as_text_never_as_markup()
    {
        const string evil = "<img src=x onerror=alert(1)>{study}";
        var frame = Frame(Language.English) with { Receiver = evil, Study = evil, Site = evil };
        var mail = await MailRenderer.Standalone().RenderAsync(TaskMails.Assigned(frame, OneTask with { What = evil, Why = evil }), DatabaseNature.Production, "");

        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.Contains("onerror=alert(1)>{study}", mail.Text, StringComparison.Ordinal);
    }

    // Pictures for people: MAIL_HTML names a folder.
    private static void WriteForTheEye(string name, string language, RenderedMail mail)
    {
        if (Environment.GetEnvironmentVariable("MAIL_HTML") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.{language}.html"), mail.Html);
        }
    }

    private static MailTask OneTask { get; } = new(
        "Confirm the PI, choose a visit day, send one document", "So that we can book your initiation visit", new LocalDate(2026, 12, 4), 3,
        new Uri("https://startup.example/t/t1-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"), new LocalDate(2027, 1, 3));

    private static MailFrame Frame(Language language) => new(
        language, "Dr. Jan Wierzba", "ONC-301", "PL-04, Szpital Kliniczny Brzegowo", new MailSender("Marta Zielak", "+00 555 0100"), new LocalDateTime(2026, 11, 24, 8, 30));

    private static Dictionary<string, MailContent> Mails(Language language)
    {
        var frame = Frame(language);
        var visit = new Invitation("v1", 0, Instant.FromUtc(2026, 11, 24, 8, 0), new LocalDateTime(2027, 1, 28, 9, 0), new LocalDateTime(2027, 1, 28, 15, 0),
            DateTimeZoneProviders.Tzdb["Europe/Warsaw"], "x", Mailbox.Create("x", "x@example.org"))
        { Location = "Brzegowo, ward 3" };
        return new Dictionary<string, MailContent>
        {
            ["task-assigned"] = TaskMails.Assigned(frame, OneTask),
            ["task-assigned-undated"] = TaskMails.Assigned(frame with { Receiver = null, Site = null, SiteCode = "ONC-301" }, OneTask with { Due = null, Minutes = 1, Why = null, LinkUntil = null }),
            ["task-packet"] = TaskMails.Packet(frame, [OneTask, OneTask with { What = "CV of the PI, signed and dated", Due = new LocalDate(2026, 11, 30), Minutes = 5 }, OneTask with { What = "Laboratory certificate", Due = null }]),
            ["task-reminder"] = TaskMails.Reminder(frame, OneTask),
            ["task-reminder-late"] = TaskMails.Reminder(frame, OneTask with { Due = new LocalDate(2026, 11, 20) }),
            ["task-question"] = ConversationMails.Question(frame, OneTask, "Dr. Jan Wierzba", "Which CV form do you need?\nOurs is from 2024."),
            ["task-answer"] = ConversationMails.Answer(frame, OneTask, "Which CV form do you need?", "Any form, if it is signed and dated within two years."),
            ["task-receipt"] = ConversationMails.Receipt(frame, OneTask.What, new LocalDateTime(2026, 11, 24, 10, 4), [new MailFact("Still the right PI?", "Yes"), new MailFact("Initiation visit", "28-Jan-2027")]),
            ["selection-letter"] = SiteLetters.Selection(frame),
            ["decline-letter"] = SiteLetters.Decline(frame),
            ["activation-letter"] = SiteLetters.Activation(frame, new LocalDate(2027, 2, 15)),
            ["note"] = SiteLetters.Note(frame, "New protocol version", "Version 3.0 is on its way to you.\n\nNothing to do yet."),
            ["visit-invitation"] = VisitMails.Visit(frame, visit, language["visit.siv"]),
            ["visit-moved"] = VisitMails.Visit(frame, visit with { Sequence = 1 }, language["visit.siv"]),
            ["visit-cancelled"] = VisitMails.Visit(frame, visit with { Sequence = 2, Cancelled = true }, language["visit.siv"]),
        };
    }
}
