using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Server.Http;

/// <summary>The caller's name for a request: sent again after a lost answer, it takes effect once and answers the same.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header's name.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>
    /// The command id: derived from caller and key, so that no caller can guess or spend another's; without a key a new one.
    /// </summary>
    /// <returns>False when the key is empty or too long.</returns>
    public static bool TryGetCommandId(HttpContext http, ActorId caller, out string commandId)
    {
        var given = http.Request.Headers[Header];
        if (given.Count == 0)
        {
            commandId = DerivedId.From("request", Guid.NewGuid().ToString());
            return true;
        }

        var key = given.ToString();
        commandId = key.Length is > 0 and <= Longest ? DerivedId.From("idempotency-key", caller.ToString(), key) : "";
        return commandId.Length > 0;
    }
}
