using NodaTime;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.People;

/// <summary>Decisions about accounts: password, roles, tokens, lock.</summary>
internal static class AccountRules
{
    private const int MostFailures = 5;
    private const int MostTokens = 20;
    private static readonly Duration Closed = Duration.FromMinutes(15);

    public static Decision Decide(PersonState state, Command command, DecisionContext context)
    {
        if (state.Inactive && command is not (RecordSignIn or RevokeRole or RevokeToken))
        {
            return Decision.Refuse(Refusal.NotAllowed("The person", "this", "inactive", "reactivate"));
        }

        return command switch
        {
            SetPasswordHash c => state.AccountHash is null
                ? Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "person.no-account", "A person without an e-mail address has no account. Give the address first."))
                : Decision.Accept(new PasswordSet(c.Hash)),
            GrantRole c => Grant(state, c, context),
            RevokeRole c => state.Grants.Any(g => g.Id == c.Grant) ? Decision.Accept(new RoleRevoked(c.Grant)) : Decision.Nothing,
            CreateToken c => CreateToken(state, c, context),
            RevokeToken c => state.Tokens.Any(t => t.Id == c.Token) ? Decision.Accept(new TokenRevoked(c.Token)) : Decision.Nothing,
            LockPerson => Lock(state, context),
            UnlockPerson => state.Locked || state.ClosedUntil is not null || state.FailedSignIns > 0 ? Decision.Accept(new PersonUnlocked()) : Decision.Nothing,
            RecordSignIn c => SignIn(state, c, context),
            _ => Decision.Refuse(new Refusal(RefusalKind.Invalid, "command.not-understood", $"A person does not understand {command.GetType().Name}.")),
        };
    }

    private static Decision Grant(PersonState state, GrantRole c, DecisionContext context)
    {
        var from = c.From ?? context.Now;
        if (string.IsNullOrWhiteSpace(c.Role))
        {
            return Decision.Refuse(Refusal.Invalid("role", "Name the role."));
        }

        if (c.To is { } to && to <= from)
        {
            return Decision.Refuse(Refusal.Invalid("to", "The end lies before the beginning. Give a later end, or none."));
        }

        return state.Grants.Any(g => g.Role == c.Role && g.Scope == c.Scope && g.From <= from && (g.To is null || (c.To is { } end && end <= g.To)))
            ? Decision.Nothing
            : Decision.Accept(new RoleGranted(new Grant(context.DeriveId("grant"), c.Role, c.Scope, from, c.To)));
    }

    private static Decision CreateToken(PersonState state, CreateToken c, DecisionContext context)
    {
        if (c.Hash.Length != 64 || c.Label.Length is 0 or > 100)
        {
            return Decision.Refuse(Refusal.Invalid("label", "A token has the 64 hex digits of its hash and a label of 1 to 100 characters."));
        }

        return state.Tokens.Count(t => t.Expires is null || t.Expires > context.Now) >= MostTokens
            ? Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "person.too-many-tokens", $"A person has at most {MostTokens} tokens. Take one back first."))
            : Decision.Accept(new TokenCreated(new Token(context.DeriveId("token"), c.Hash, c.Label, context.Now, c.Expires)));
    }

    private static Decision Lock(PersonState state, DecisionContext context)
    {
        if (state.Locked)
        {
            return Decision.Nothing;
        }

        return context.Origin.Reason is null ? Decision.Refuse(Refusal.Invalid("reason", "To lock an account, say why: give a reason.")) : Decision.Accept(new PersonLocked());
    }

    private static Decision SignIn(PersonState state, RecordSignIn c, DecisionContext context)
    {
        if (!state.IsOpenAt(context.Now))
        {
            return Decision.Refuse(new Refusal(RefusalKind.NotAllowed, "person.closed", "The account is closed for now."));
        }

        return c.Succeeded
            ? Decision.Accept(new SignedIn(context.Now))
            : Decision.Accept(new SignInFailed(state.FailedSignIns + 1 >= MostFailures ? context.Now + Closed : null));
    }
}
