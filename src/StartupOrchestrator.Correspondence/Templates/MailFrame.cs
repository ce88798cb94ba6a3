using NodaTime;
using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>What every mail knows: to whom, about which study and site, from whom, in which language.</summary>
/// <param name="Language">Language of the mail.</param>
/// <param name="Receiver">Name of the receiver; null when it is not known.</param>
/// <param name="Study">The study's short name.</param>
/// <param name="Site">The site's code and institution; null when it is not about one site.</param>
/// <param name="Sender">Who signs.</param>
/// <param name="Sent">When it is rendered, wall-clock time of the receiver.</param>
public sealed record MailFrame(Language Language, string? Receiver, string Study, string? Site, MailSender Sender, LocalDateTime Sent)
{
    /// <summary>The site's code alone, for subjects; the study where there is no site.</summary>
    public string SiteCode { get; init; } = Site?.Split(',')[0] ?? Study;

    /// <summary>Greeting in the receiver's language.</summary>
    public string Greeting => string.IsNullOrWhiteSpace(Receiver) ? Language["mail.greeting-nameless"] : Language.Text("mail.greeting", ("name", Receiver));

    /// <summary>The first rows of every table.</summary>
    public IEnumerable<MailFact> Place()
    {
        yield return new MailFact(Language["mail.study"], Study);
        if (Site is not null)
        {
            yield return new MailFact(Language["mail.site"], Site);
        }
    }
}

/// <summary>A task as a mail shows it.</summary>
/// <param name="What">Its title.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Due">Last day.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Link">Personal link; for staff the task's page.</param>
/// <param name="LinkUntil">Last day of the link; null for staff.</param>
public sealed record MailTask(string What, string? Why, LocalDate? Due, int? Minutes, Uri Link, LocalDate? LinkUntil);
