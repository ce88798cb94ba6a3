using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>Finds accounts.</summary>
public sealed class AccountDirectory(IActorRuntime runtime, IViewQueries views, TimeProvider time)
{
    /// <summary>Key of the person who set the installation up; there can be one only, because the key is always the same.</summary>
    public const string FirstKey = "first-administrator";

    /// <summary>The account of a person's key; null when there is none.</summary>
    public async Task<Account?> FindAsync(string key, CancellationToken cancellationToken) =>
        await runtime.ReadAsync(new ActorId(ActorKind.Person, key), cancellationToken) is { State: PersonState state } ? new Account(key, state, time.Now()) : null;

    /// <summary>The account of an e-mail address; null when there is none.</summary>
    public async Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var hash = EmailAddress.AccountOf(email);
        var query = new ViewQuery(ActorKind.Person, ViewScope.All) { Where = new Dictionary<string, IReadOnlyList<string>> { ["doc.accountHash"] = [hash] }, Limit = 1 };
        var rows = await views.QueryAsync(query, cancellationToken);
        return rows.Items is [var row] && await FindAsync(row.Id.Key, cancellationToken) is { } account && account.State.AccountHash == hash ? account : null;
    }

    /// <summary>Nobody has set the installation up yet.</summary>
    public async Task<bool> NeedsSetUpAsync(CancellationToken cancellationToken) => await FindAsync(FirstKey, cancellationToken) is not { State.Password: not null };
}
