using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Server.Features.Rehearsals.Acting;

/// <summary>What an act of the world works with: plain text that the API seals, and a made-up paper.</summary>
/// <param name="today">Today.</param>
/// <param name="paper">The paper that stands for every file.</param>
internal sealed class Hands(LocalDate today, StoredPaper paper) : IWorldHands
{
    /// <summary>Marks a reference that is in truth the text itself, on its way to the API.</summary>
    public const string Plain = "plain";

    public LocalDate Today => today;

    public PersonalRef Seal(string text) => new(text, Plain);

    public FileRef File(string name) => new(paper.Sha256, Seal(name), paper.Size, "application/pdf");
}

/// <summary>A file that was uploaded once.</summary>
internal sealed record StoredPaper(string Sha256, long Size);
