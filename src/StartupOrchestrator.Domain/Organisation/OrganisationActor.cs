using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Organisation;

/// <summary>The rules of the settings.</summary>
public sealed class OrganisationActor : ActorType<OrganisationState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Organisation;

    /// <inheritdoc/>
    public override OrganisationState Empty { get; } = new();

    /// <inheritdoc/>
    public override OrganisationState Apply(OrganisationState state, Event e) => e switch
    {
        OrganisationChanged c => state with { Settings = Merge(state.Settings, c) },
        GatePolicySet p => state with
        {
            GatePolicies = [.. state.GatePolicies.Where(g => g.Sponsor != p.Sponsor || g.Country != p.Country), .. p.Layer is null ? Array.Empty<GatePolicySet>() : [p]],
        },
        _ => state,
    };

    /// <inheritdoc/>
    public override Decision Decide(OrganisationState state, Command command, DecisionContext context) => command switch
    {
        ChangeOrganisation c => Change(state, c),
        SetGatePolicy c => context.Origin.Reason is null
            ? Decision.Refuse(Refusal.Invalid("reason", "To change what a gate asks for, say why: give a reason."))
            : Decision.Accept(new GatePolicySet(c.Sponsor, c.Country, c.Layer)),
        NoteRestored c => Decision.Accept(new DatabaseRestored(c.At, c.Note)),
        ReleaseMail => WithReason(context, "let mail leave again", new MailReleased()),
        DiscardMail c => WithReason(context, "take a mail away", new MailDiscarded(c.Mail)),
        RetryDelivery c => context.Origin.Reason is null
            ? Decision.Refuse(Refusal.Invalid("reason", "Say why the message is tried again: what was put right."))
            : Decision.Accept(new DeliveryRetried(c.Message, c.Source)),
        _ => Decision.Refuse(new Refusal(RefusalKind.Invalid, "command.not-understood", $"The settings do not understand {command.GetType().Name}.")),
    };

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(OrganisationState state) => state.Settings is null ? [] : [new Fact("exists")];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, OrganisationState state)
    {
        var doc = state.Settings is null ? [] : JsonSerializer.SerializeToNode(state.Settings, DomainJson.Options)!.AsObject();
        doc["gatePolicies"] = new JsonArray([.. state.GatePolicies.Select(p => JsonSerializer.SerializeToNode(p, DomainJson.Options))]);
        return new ViewRow { Status = "active", Title = state.InstanceName, Doc = doc };
    }

    private static Decision WithReason(DecisionContext context, string act, Event e) =>
        context.Origin.Reason is null ? Decision.Refuse(Refusal.Invalid("reason", $"To {act}, say why: give a reason.")) : Decision.Accept(e);

    private static Decision Change(OrganisationState state, ChangeOrganisation c)
    {
        if (c.DefaultTimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            return Decision.Refuse(Refusal.Invalid("defaultTimeZone", $"'{zone}' is not a time zone. Write for example Europe/Warsaw."));
        }

        if (c.BaseUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            return Decision.Refuse(Refusal.Invalid("baseUrl", $"'{url}' is not an address. Write for example https://startup.example.org."));
        }

        var e = new OrganisationChanged(
            c.InstanceName, c.SenderName, c.SenderAddress, c.ReplyTo, c.BaseUrl?.TrimEnd('/'), c.DefaultLanguage, c.DefaultTimeZone, c.QuietFrom, c.QuietTo);
        return Merge(state.Settings, e) == state.Settings ? Decision.Nothing : Decision.Accept(e);
    }

    private static OrganisationChanged Merge(OrganisationChanged? old, OrganisationChanged c) => old is null ? c : new OrganisationChanged(
        c.InstanceName ?? old.InstanceName, c.SenderName ?? old.SenderName, c.SenderAddress ?? old.SenderAddress, c.ReplyTo ?? old.ReplyTo, c.BaseUrl ?? old.BaseUrl,
        c.DefaultLanguage ?? old.DefaultLanguage, c.DefaultTimeZone ?? old.DefaultTimeZone, c.QuietFrom ?? old.QuietFrom, c.QuietTo ?? old.QuietTo);
}
