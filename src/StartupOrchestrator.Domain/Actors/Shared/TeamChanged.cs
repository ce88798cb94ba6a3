using System.Collections.Immutable;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>Another person holds a role in a study or country; null: nobody.</summary>
[Contract("team.changed")]
public sealed record TeamChanged(string Role, string? Before, string? After) : Event;

/// <summary>Rules of teams.</summary>
internal static class Teams
{
    /// <summary>Puts a person into a role, or frees it.</summary>
    public static Decision Set(ImmutableSortedDictionary<string, string> team, string role, string? person)
    {
        if (role.Length == 0)
        {
            return Decision.Refuse(Refusal.Invalid("role", "Name the role, for example SUL."));
        }

        var before = team.GetValueOrDefault(role);
        var after = person is null ? null : Asking.PersonKey(person);
        return before == after ? Decision.Nothing : Decision.Accept(new TeamChanged(role, before, after));
    }

    /// <summary>The team after a change.</summary>
    public static ImmutableSortedDictionary<string, string> Apply(
        this ImmutableSortedDictionary<string, string> team, TeamChanged e) =>
        e.After is null ? team.OrEmpty().Remove(e.Role) : team.OrEmpty().SetItem(e.Role, e.After);
}
