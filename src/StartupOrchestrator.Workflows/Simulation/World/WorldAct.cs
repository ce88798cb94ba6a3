using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>An act from outside that an item waits for.</summary>
/// <param name="Key">Names the item in its present state: the same item in the same state gives the same act.</param>
/// <param name="Target">Who receives the command.</param>
/// <param name="Role">Role of the person who acts.</param>
/// <param name="BusinessDays">How long after the item came into this state.</param>
/// <param name="Command">Makes the command, once the act happens.</param>
public sealed record WorldAct(string Key, ActorId Target, string Role, double BusinessDays, Func<IWorldHands, Command> Command)
{
    /// <summary>Not before this day.</summary>
    public LocalDate? NotBefore { get; init; }

    /// <summary>A site contact acts by the link in the mail; else staff record it.</summary>
    public bool OnTaskPage { get; init; }

    /// <summary>Where the role is to be held: the site, country or study of the item.</summary>
    public Scope Scope { get; init; } = Scope.Organisation;
}

/// <summary>What an act needs at the moment it happens.</summary>
public interface IWorldHands
{
    /// <summary>Today at the place of the act.</summary>
    LocalDate Today { get; }

    /// <summary>Puts free text where personal values lie.</summary>
    PersonalRef Seal(string text);

    /// <summary>Stores a file made up for the occasion.</summary>
    FileRef File(string name);
}
