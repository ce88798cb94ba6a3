using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Reads people at the moment of sending: the outbox never holds a name or an address.</summary>
public sealed class RecipientReader(IActorRuntime runtime, IPersonalValues personal)
{
    /// <summary>The person as receiver.</summary>
    /// <exception cref="NoRecipientException">The person left, or has no address that can be used.</exception>
    public async Task<Recipient> ReadAsync(string key, SenderSettings settings, CancellationToken cancellationToken)
    {
        if ((await runtime.ReadAsync(new ActorId(ActorKind.Person, key), cancellationToken).ConfigureAwait(false))?.State is not PersonState { Inactive: false } person)
        {
            throw new NoRecipientException($"person/{key} is not there or has left. Name another contact for the role.");
        }

        var references = new[] { person.Name, person.Email }.OfType<PersonalRef>().Select(r => r.Id).ToList();
        var values = await personal.ReadAsync(references, cancellationToken).ConfigureAwait(false);
        var name = person.Name is { } n ? values.GetValueOrDefault(n.Id) : null;
        var address = person.Email is { } e ? values.GetValueOrDefault(e.Id) : null;
        return Mailbox.TryCreate(name, address?.Trim(), out var mailbox)
            ? new Recipient(key, mailbox, Language.For(person.Language ?? settings.Language), ZoneOf(person.TimeZone ?? settings.TimeZone))
            : throw new NoRecipientException($"person/{key} has no e-mail address that can be used. Enter one; the mail then leaves by itself.");
    }

    /// <summary>A person's name; null when it is not known or was erased.</summary>
    public async Task<string?> NameAsync(string? key, CancellationToken cancellationToken)
    {
        if (key is null || (await runtime.ReadAsync(new ActorId(ActorKind.Person, key), cancellationToken).ConfigureAwait(false))?.State is not PersonState { Name: { } name })
        {
            return null;
        }

        return (await personal.ReadAsync([name.Id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(name.Id);
    }

    /// <summary>A zone by its IANA name; UTC where there is none.</summary>
    internal static DateTimeZone ZoneOf(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;
}
