using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>The state of a site after an event.</summary>
internal static class SiteApply
{
    public static SiteState Apply(SiteState state, Event e) => e switch
    {
        SiteIdentified x => state with { Exists = true, Scope = x.Scope, Description = x.Description, Since = x.On },
        SiteChanged x => state with { Description = x.Description },
        SiteStatusChanged x => state with
        {
            Status = x.To, Since = x.On, ReasonCode = x.ReasonCode,
            HeldFrom = x.To == SiteStatus.OnHold ? x.From : null,
            EndedAt = SiteTransitions.IsEnd(x.To) ? (x.From == SiteStatus.OnHold ? state.HeldFrom : x.From) : null,
            History = state.History.Add(new StatusChange<SiteStatus>(x.From, x.To, x.On, x.ReasonCode)),
        },
        SiteReopened x => Reopen(state, x),
        MilestoneDated x => state with { Milestones = state.Milestones.Apply(x) },
        BaselineFrozen x => state with { Milestones = state.Milestones.Apply(x) },
        ContactAssigned x => state with { Contacts = state.Contacts.Add(new SiteContact(x.Role, x.Person, x.On)) },
        ContactReleased x => state with { Contacts = End(state.Contacts, x.Role, x.Person, x.On) },
        ContactReplaced x => state with { Contacts = Replace(state.Contacts, x) },
        ChildRegistered x => state with { Register = state.Register.Add(x) },
        GateRequested x => state.With(x.Gate, new GateState(GateStatus.Requested, x.By, x.On) { ExceptionsAsked = x.ExceptionsAsked.OrEmpty() }),
        GateApproved x => state.With(x.Gate, state[x.Gate] with
        {
            Status = GateStatus.Approved, DecidedBy = x.By, DecidedOn = x.On, Conditions = x.Conditions.OrEmpty(), Exceptions = x.Exceptions.OrEmpty(),
        }),
        GateRejected x => state.With(x.Gate, state[x.Gate] with { Status = GateStatus.Rejected, DecidedBy = x.By, DecidedOn = x.On, ReasonCode = x.ReasonCode }),
        _ => state,
    };

    private static SiteState Reopen(SiteState state, SiteReopened e)
    {
        var index = state.History.Select(h => h.From).ToList().LastIndexOf(e.To);
        var after = state with
        {
            Status = e.To, Since = e.On, ReasonCode = null, EndedAt = null,
            HeldFrom = e.To == SiteStatus.OnHold && index > 0 ? state.History[index - 1].From : null,
            History = index < 0 ? state.History : [.. state.History.Take(index)],
            Milestones = e.Cleared.OrEmpty().Aggregate(state.Milestones, (b, m) => b.Apply(m)),
        };
        return e.Gates.OrEmpty().Aggregate(after, (s, g) => s.With(g, new GateState()));
    }

    private static ImmutableArray<SiteContact> End(ImmutableArray<SiteContact> contacts, string role, string person, LocalDate on) =>
        [.. contacts.Select(c => c.Role == role && c.Person == person && c.To is null ? c with { To = on } : c)];

    // The new holder takes the place of the old one in the order.
    private static ImmutableArray<SiteContact> Replace(ImmutableArray<SiteContact> contacts, ContactReplaced e)
    {
        var index = contacts.Select((c, i) => (c, i)).FirstOrDefault(x => x.c.Role == e.Role && x.c.Person == e.Before && x.c.To is null, (default!, -1)).Item2;
        var ended = End(contacts, e.Role, e.Before, e.On);
        return index < 0 ? ended.Add(new SiteContact(e.Role, e.Person, e.On)) : ended.Insert(index, new SiteContact(e.Role, e.Person, e.On));
    }
}
