using StartupOrchestrator.Correspondence.Mail.Smtp;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>How mail leaves and what it says about the sender.</summary>
public sealed record MailOptions
{
    /// <summary>Sender's address, for every mail; the name before it is that of the person in charge.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Address under which the pages can be reached, for links: <c>https://startup.example.org</c>.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Folder for mails that no server takes; also the only way out of a dry run.</summary>
    public required string PickupFolder { get; init; }

    /// <summary>The mail server; null: the pickup folder.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>What the installation is.</summary>
    public InstanceNature Nature { get; init; } = InstanceNature.Production;

    /// <summary>The installation's name, shown where it is not production.</summary>
    public string InstanceName { get; init; } = "";

    /// <summary>Who may get mail from a training installation.</summary>
    public IReadOnlyList<string> TrainingAllowList { get; init; } = [];

    /// <summary>How long a link works after the task's due date, in calendar days.</summary>
    public int LinkDaysAfterDue { get; init; } = 30;

    /// <summary>How long a link of a task without due date works, in calendar days.</summary>
    public int LinkDays { get; init; } = 60;
}
