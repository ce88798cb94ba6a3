using StartupOrchestrator.Correspondence.Mail.Smtp;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>How mail leaves and what it says about the sender.</summary>
public sealed record MailOptions
{
    /// <summary>Sender's address where the organisation's settings name none.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Address under which the pages can be reached, for links, where the settings name none: <c>https://startup.example.org</c>.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Folder for mails that no server takes; also the only way out of a dry run. Null: they are kept in memory.</summary>
    public string? PickupFolder { get; init; }

    /// <summary>The mail server; null: the pickup folder.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>What the installation is.</summary>
    public DatabaseNature Nature { get; init; } = DatabaseNature.Production;

    /// <summary>The installation's name, shown where it is not production.</summary>
    public string InstanceName { get; init; } = "";

    /// <summary>Who may get mail from a training installation.</summary>
    public IReadOnlyList<string> TrainingAllowList { get; init; } = [];

    /// <summary>Addresses (<c>a@example.org</c>) and domains (<c>example.org</c>) to which workflows may write although nobody here has the address.</summary>
    public IReadOnlyList<string> WorkflowRecipients { get; init; } = [];

    /// <summary>How long a link works after the task's due date, in calendar days.</summary>
    public int LinkDaysAfterDue { get; init; } = 30;

    /// <summary>How long a link of a task without due date works, in calendar days.</summary>
    public int LinkDays { get; init; } = 60;
}
