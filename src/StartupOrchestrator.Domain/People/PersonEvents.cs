using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.People;

/// <summary>What events mean for a person.</summary>
internal static class PersonEvents
{
    public static PersonState Apply(PersonState state, Event e) => e switch
    {
        PersonRegistered r => state with
        {
            Kind = r.Kind, Name = r.Name, Email = r.Email, AccountHash = r.AccountHash, Language = r.Language, TimeZone = r.TimeZone, Organisation = r.Organisation,
        },
        PersonChanged c => state with
        {
            Name = c.Name ?? state.Name, Email = c.Email ?? state.Email, AccountHash = c.AccountHash ?? state.AccountHash, Language = c.Language ?? state.Language,
            TimeZone = c.TimeZone ?? state.TimeZone, Organisation = c.Organisation ?? state.Organisation,
            MailBounced = c.Email is null && state.MailBounced,
        },
        PasswordSet p => state with { Password = p.Hash, FailedSignIns = 0, ClosedUntil = null },
        RoleGranted g => state with { Grants = state.Grants.Add(g.Grant) },
        RoleRevoked r => state with { Grants = state.Grants.RemoveAll(g => g.Id == r.Grant) },
        TokenCreated t => state with { Tokens = state.Tokens.Add(t.Token) },
        TokenRevoked r => state with { Tokens = state.Tokens.RemoveAll(t => t.Id == r.Token) },
        PersonLocked => state with { Locked = true },
        PersonUnlocked => state with { Locked = false, FailedSignIns = 0, ClosedUntil = null },
        SignedIn s => state with { FailedSignIns = 0, ClosedUntil = null, LastSignIn = s.At },
        SignInFailed f => state with { FailedSignIns = f.ClosedUntil is null ? state.FailedSignIns + 1 : 0, ClosedUntil = f.ClosedUntil ?? state.ClosedUntil },
        MailBounceSet m => state with { MailBounced = m.Bounced },
        PersonDeactivated => state with { Inactive = true, Grants = [], Tokens = [], Password = null },
        PersonReactivated => state with { Inactive = false },
        _ => state,
    };
}
