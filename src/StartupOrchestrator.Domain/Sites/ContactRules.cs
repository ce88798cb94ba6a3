using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>Who holds which role at a site. There is one PI; other roles may have several holders.</summary>
internal static class ContactRules
{
    private static readonly ImmutableArray<string> PiRestarts =
        ["cv", "licence", "gcp", "financial-disclosure", "form-1572", "protocol-signature-page", "delegation-log", "training", "ethics amendment", "contract amendment"];

    public static Decision Decide(SiteState state, Command command, DecisionContext context)
    {
        if (SiteTransitions.IsEnd(state.Status) && command is not ReleaseContact)
        {
            return Decision.Refuse(Refusal.NotAllowed($"Site {state.Description.Code}", "naming a contact", StatusName.Of(state.Status), "correct"));
        }

        return command switch
        {
            AssignContact c => Named(c.Role, c.Person, c.On, state, context, (person, on) => Assign(state, c.Role, person, on)),
            ReplaceContact c => Named(c.Role, c.Person, c.On, state, context, (person, on) => Replace(state, c, person, on)),
            ReleaseContact c => Named(c.Role, c.Person ?? "any", c.On, state, context, (_, on) => Holder(state, c.Role, c.Person) is { } holder
                ? Decision.Accept(new ContactReleased(c.Role, holder.Person, on))
                : Decision.Nothing),
            _ => context.NotUnderstood(command),
        };
    }

    private static Decision Named(string role, string person, LocalDate? on, SiteState state, DecisionContext context, Func<string, LocalDate, Decision> then) =>
        string.IsNullOrWhiteSpace(role) ? Decision.Refuse(Refusal.Invalid("role", "Name the role, for example PI."))
        : string.IsNullOrWhiteSpace(person) ? Decision.Refuse(Refusal.Invalid("person", "Name the person."))
        : context.TryDate(on, state.Description.TimeZone, out var date, out var wrong) ? then(Asking.PersonKey(person), date)
        : Decision.Refuse(wrong);

    private static Decision Assign(SiteState state, string role, string person, LocalDate on) =>
        state.Holders(role).Any(h => h.Person == person) ? Decision.Nothing
        : role == "PI" && state.Holders(role).Any() ? Decision.Refuse(Refusal.NotAllowed($"Site {state.Description.Code}", "naming a second PI", "led by a PI already", "replace-contact"))
        : Decision.Accept(new ContactAssigned(role, person, on));

    private static Decision Replace(SiteState state, ReplaceContact c, string person, LocalDate on)
    {
        if (Holder(state, c.Role, c.Replaces) is not { } before)
        {
            return Assign(state, c.Role, person, on);
        }

        if (before.Person == person || state.Holders(c.Role).Any(h => h.Person == person))
        {
            return Decision.Nothing;
        }

        var restarts = c.Role == "PI" ? PiRestarts : [];
        return Decision.Accept(new ContactReplaced(c.Role, before.Person, person, on, restarts))
            .Answering(new JsonObject { ["restarts"] = new JsonArray([.. restarts.Select(r => (JsonNode)r)]) });
    }

    private static SiteContact? Holder(SiteState state, string role, string? person) =>
        state.Holders(role).FirstOrDefault(h => person is null || h.Person == Asking.PersonKey(person));
}
