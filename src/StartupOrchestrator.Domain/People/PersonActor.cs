using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;

namespace StartupOrchestrator.Domain.People;

/// <summary>The rules of people and their accounts.</summary>
public sealed class PersonActor : ActorType<PersonState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Person;

    /// <inheritdoc/>
    public override PersonState Empty { get; } = new();

    /// <inheritdoc/>
    public override PersonState Apply(PersonState state, Event e) => PersonEvents.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(PersonState state, Command command, DecisionContext context)
    {
        if (command is RegisterPerson register)
        {
            return PersonRules.Register(state, register, context);
        }

        if (state.Kind is null)
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotFound, "actor.not-found", $"There is no person {context.Self.Key}. Check the address, or add the person first."));
        }

        return command switch
        {
            ChangePerson c => PersonRules.Change(state, c),
            SetMailBounced c => state.MailBounced == c.Bounced ? Decision.Nothing : Decision.Accept(new MailBounceSet(c.Bounced, c.Code)),
            DeactivatePerson => PersonRules.Deactivate(state, context),
            ReactivatePerson => state.Inactive ? Decision.Accept(new PersonReactivated()) : Decision.Nothing,
            _ => AccountRules.Decide(state, command, context),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(PersonState state) => state.Kind is null ? [] : [new Fact("exists"), new Fact($"status:{PersonView.StatusOf(state)}")];

    /// <inheritdoc/>
    public override IEnumerable<string> Claims(PersonState state) => state.AccountHash is { } hash ? [$"account:{hash}"] : [];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, PersonState state) => PersonView.Of(state);
}
