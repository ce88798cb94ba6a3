using NodaTime;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.People;

/// <summary>Decisions about who a person is.</summary>
internal static class PersonRules
{
    public static Decision Register(PersonState state, RegisterPerson c, DecisionContext context)
    {
        if (state.Kind is not null)
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotUnique, "actor.exists", $"The person {context.Self.Key} exists already. Open it instead of adding it again."));
        }

        return Check(c.Email, c.AccountHash, c.TimeZone) is { } wrong
            ? Decision.Refuse(wrong)
            : Decision.Accept(new PersonRegistered(c.Kind, c.Name, c.Email, c.AccountHash, c.Language, c.TimeZone, c.Organisation));
    }

    public static Decision Change(PersonState state, ChangePerson c)
    {
        if (Check(c.Email, c.AccountHash, c.TimeZone) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        var same = c.Name is null && c.Email is null && (c.Language is null || c.Language == state.Language) && (c.TimeZone is null || c.TimeZone == state.TimeZone)
            && (c.Organisation is null || c.Organisation == state.Organisation);
        return same ? Decision.Nothing : Decision.Accept(new PersonChanged(c.Name, c.Email, c.AccountHash, c.Language, c.TimeZone, c.Organisation));
    }

    public static Decision Deactivate(PersonState state, DecisionContext context)
    {
        if (state.Inactive)
        {
            return Decision.Nothing;
        }

        return context.Origin.Reason is null
            ? Decision.Refuse(Refusal.Invalid("reason", "To close the account of somebody who left, say why: give a reason."))
            : Decision.Accept(new PersonDeactivated());
    }

    private static Refusal? Check(PersonalRef? email, string? account, string? zone) =>
        email is null != (account is null) ? Refusal.Invalid("email", "An e-mail address comes with the hash that names its account.")
        : account is { Length: not 64 } ? Refusal.Invalid("accountHash", "An account is named by the 64 lower-case hex digits of a SHA-256.")
        : zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? Refusal.Invalid("timeZone", $"'{zone}' is not a time zone. Write for example Europe/Warsaw.")
        : null;
}
