using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>
/// Checks a password. Every attempt is recorded with the account, so that the lockout holds in every process; the answer
/// never tells whether the address, the password or a lock was the reason.
/// </summary>
public sealed class SignIn(AccountDirectory accounts, Passwords passwords, IActorRuntime runtime, IPersonalValues personal)
{
    /// <summary>The one answer to all failures.</summary>
    public const string Refusal =
        "E-mail address or password is wrong, or the account is locked. After five failures in a row an account is locked for 15 minutes; an administrator can unlock it.";

    /// <summary>The account, when the password is right and the account open.</summary>
    public async Task<Account?> TryAsync(string? email, string? password, CancellationToken cancellationToken)
    {
        if (EmailAddress.Parse(email) is not { } address || string.IsNullOrEmpty(password) || await accounts.FindByEmailAsync(address, cancellationToken) is not { } account)
        {
            passwords.Verify(null, password ?? "");
            return null;
        }

        var hash = account.State.Password is { } reference ? (await personal.ReadAsync([reference.Id], cancellationToken)).GetValueOrDefault(reference.Id) : null;
        var right = passwords.Verify(hash, password) && account.IsOpen;
        var person = new ActorId(ActorKind.Person, account.Key);
        var envelope = new Envelope(DerivedId.From("sign-in", Guid.NewGuid().ToString()), person, new RecordSignIn(right), new Origin(person.ToString()));
        return await runtime.SendAsync(envelope, cancellationToken) is CommandResult.Done && right ? await accounts.FindAsync(account.Key, cancellationToken) : null;
    }
}
