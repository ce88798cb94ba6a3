using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Runtime;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>What mails say about the organisation: its settings, and the host's options where it has set nothing.</summary>
/// <param name="From">Sender's address, a mailbox of the organisation.</param>
/// <param name="Name">Sender's name; null: the study's team.</param>
/// <param name="ReplyTo">Where answers go.</param>
/// <param name="PublicAddress">Where pages are reached.</param>
/// <param name="InstanceName">Name of the installation.</param>
public sealed record SenderSettings(string From, string? Name, Mailbox? ReplyTo, Uri PublicAddress, string InstanceName)
{
    /// <summary>Language where a person has none.</summary>
    public string? Language { get; init; }

    /// <summary>Time zone where a person has none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Start of the hours in which site contacts get no mail; null: none.</summary>
    public LocalTime? QuietFrom { get; init; }

    /// <summary>End of those hours.</summary>
    public LocalTime? QuietTo { get; init; }

    /// <summary>Reads the settings as they are now.</summary>
    public static async Task<SenderSettings> ReadAsync(IActorRuntime runtime, MailOptions options, CancellationToken cancellationToken)
    {
        var state = (await runtime.ReadAsync(new ActorId(ActorKind.Organisation, "settings"), cancellationToken).ConfigureAwait(false))?.State as OrganisationState;
        var set = state?.Settings;
        Mailbox.TryCreate(set?.SenderName, set?.ReplyTo, out var replyTo);
        return new SenderSettings(
            Mailbox.TryCreate(null, set?.SenderAddress, out var from) ? from.Address : options.FromAddress, set?.SenderName, replyTo,
            Uri.TryCreate(set?.BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : options.PublicAddress,
            set?.InstanceName ?? (options.InstanceName.Length > 0 ? options.InstanceName : "StartupOrchestrator"))
        {
            Language = set?.DefaultLanguage,
            TimeZone = set?.DefaultTimeZone,
            QuietFrom = set?.QuietFrom,
            QuietTo = set?.QuietTo,
        };
    }

    /// <summary>Whether a wall-clock time lies in the quiet hours, which may span midnight.</summary>
    public bool IsQuiet(LocalTime time) =>
        QuietFrom is { } from && QuietTo is { } to && from != to && (from < to ? time >= from && time < to : time >= from || time < to);
}
