using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using NodaTime;

namespace StartupOrchestrator.Server.Accounts;

/// <summary>A person as an account: what signing in and authorisation look at.</summary>
/// <param name="Key">Key of the person.</param>
/// <param name="State">The person.</param>
/// <param name="Now">The moment at which it was read.</param>
public sealed record Account(string Key, PersonState State, Instant Now)
{
    /// <summary>Neither locked nor gone.</summary>
    public bool IsOpen => State.IsOpenAt(Now);

    /// <summary>Changes whenever the password does: older sessions end.</summary>
    public string Stamp => State.Password?.Id ?? "";

    /// <summary>All grants, also past and coming ones.</summary>
    public IEnumerable<AccessGrant> Grants => State.Grants.Select(g => new AccessGrant(g.Role, g.Scope.AsPart(), g.From, g.To));

    /// <summary>One of its tokens, not expired.</summary>
    internal bool Accepts(SecretToken token) => State.Tokens.Any(t => token.Matches(t.Hash) && (t.Expires is null || Now < t.Expires));
}
