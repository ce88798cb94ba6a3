using System.Security.Claims;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Access;

/// <summary>The caller of this request, read from the account itself each time: no rights live in cookies.</summary>
public sealed class CallerAccessor(IHttpContextAccessor http, AccountDirectory accounts, TimeProvider time)
{
    private Caller? known;

    /// <summary>The caller; null when nobody is signed in or the account is closed.</summary>
    /// <param name="again">Reads the account anew: for answers that last.</param>
    public async Task<Caller?> CurrentAsync(bool again = false)
    {
        if (known is not null && !again)
        {
            return known;
        }

        var key = http.HttpContext?.User.FindFirstValue(SessionCookie.PersonClaim);
        if (key is null || await accounts.FindAsync(key, http.HttpContext!.RequestAborted) is not { IsOpen: true } account)
        {
            return known = null;
        }

        return known = Caller.At(time.Now(), new ActorId(ActorKind.Person, key), account.Grants);
    }

    /// <summary>The caller, behind a policy that let only signed-in people pass.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no such policy.</exception>
    public async Task<Caller> RequireAsync() => await CurrentAsync() ?? throw new InvalidOperationException("The endpoint needs a policy that lets only signed-in people pass.");
}
