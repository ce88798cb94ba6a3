using System.Collections.Immutable;
using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Correspondence.Templates;

/// <summary>
/// What a mail says, before it is dressed as HTML and as plain text: both say the same because both are made from this.
/// </summary>
/// <param name="Language">Its language.</param>
/// <param name="Subject">One line.</param>
/// <param name="Greeting">First line.</param>
/// <param name="Sender">Who signs.</param>
public sealed record MailContent(Language Language, string Subject, string Greeting, MailSender Sender)
{
    /// <summary>Paragraphs before the table.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>The table: study, site, what, why, until when, how long.</summary>
    public ImmutableArray<MailFact> Facts { get; init; } = [];

    /// <summary>What somebody said: a question or an answer.</summary>
    public ImmutableArray<MailQuote> Quotes { get; init; } = [];

    /// <summary>Several open points.</summary>
    public ImmutableArray<MailCheck> Checklist { get; init; } = [];

    /// <summary>The one button.</summary>
    public MailAction? Action { get; init; }

    /// <summary>Quiet paragraphs after the button.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Small print.</summary>
    public ImmutableArray<string> Footer { get; init; } = [];

    /// <summary>Says that the installation is not in production.</summary>
    public string? InstanceMark { get; init; }
}

/// <summary>A row of the table.</summary>
public sealed record MailFact(string Label, string Value, bool Strong = false);

/// <summary>A quotation.</summary>
public sealed record MailQuote(string Label, string Text);

/// <summary>An open point of a packet.</summary>
public sealed record MailCheck(string What, string Detail, Uri Link);

/// <summary>A button.</summary>
public sealed record MailAction(string Label, Uri Link);

/// <summary>Who signs the mail and receives answers.</summary>
/// <param name="Name">A person's name, or the team's.</param>
/// <param name="Contact">Telephone or address, if there is one.</param>
public sealed record MailSender(string Name, string? Contact = null);
