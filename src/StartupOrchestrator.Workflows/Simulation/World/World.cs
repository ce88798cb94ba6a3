using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>
/// Everybody outside the product: sites, staff, authorities, committees. For an open item it says which act comes next and
/// how long it takes; pure, so that a dry run with the same seed meets the same world.
/// </summary>
/// <param name="seed">Where its chances come from.</param>
/// <param name="policy">How it decides where it has a choice.</param>
public sealed class World(SplitRandom seed, IWorldPolicy policy)
{
    /// <summary>The acts that an item waits for now; none when it waits for somebody inside, or for nothing.</summary>
    public IEnumerable<WorldAct> Next(WorldItem item, IWorldView view) => item.Id.Kind switch
    {
        ActorKind.Task => TaskWorld.Next(this, item),
        ActorKind.Document => DocumentWorld.Next(this, item),
        ActorKind.Submission => SubmissionWorld.Next(this, item, view),
        ActorKind.Contract => ContractWorld.Next(this, item),
        ActorKind.Study or ActorKind.StudyCountry or ActorKind.Site or ActorKind.Person or ActorKind.Workflow or ActorKind.Definition or ActorKind.Process or ActorKind.Organisation or ActorKind.Trigger
            or ActorKind.Note or ActorKind.SavedView or ActorKind.Letter => [],
    };

    internal string Choose(string question, WorldItem item, string key, params ReadOnlySpan<string> choices) =>
        policy.Choose(question, item, key, choices.ToArray(), seed.Split("choice").Split(key));

    internal WorldAct Act(WorldItem item, string state, string code, string role, Func<IWorldHands, Command> command, ActorId? target = null) => new(
        Key(item, state), target ?? item.Id, role, WorldDurations.Of(code).Draw(seed.Split("duration").Split(Key(item, state))), command)
    {
        Scope = new Scope(item.Row.Sponsor, item.Row.Study, item.Row.Country, item.Row.Site),
    };

    internal static string Key(WorldItem item, string state) => $"{item.Id}@{state}";
}
