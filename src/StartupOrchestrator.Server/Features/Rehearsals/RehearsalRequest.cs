using NodaTime;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>What to rehearse, and how far.</summary>
/// <param name="Copy">The study.</param>
/// <param name="Seed">The same seed meets the same world: the same dates, decisions and documents.</param>
/// <param name="Folder">A new folder for the rehearsal's database.</param>
/// <param name="Begin">First day, virtual.</param>
/// <param name="Until">Stops at the end of this day; null: when every site is active or has ended.</param>
public sealed record RehearsalRequest(StudyCopy Copy, long Seed, string Folder, LocalDate Begin, LocalDate? Until = null)
{
    /// <summary>Connection string of a PostgreSQL database of its own; null: SQLite in the folder.</summary>
    public string? Connection { get; init; }

    /// <summary>Goes on with a dry run whose process ended before it was over.</summary>
    public bool Resume { get; init; }

    /// <summary>Lets the hosts of a cluster host the actors; they follow this clock.</summary>
    public bool Cluster { get; init; }

    /// <summary>A file to which each acknowledged act is written at once; null: none.</summary>
    public string? Ledger { get; init; }

    /// <summary>Longest time that is played, in virtual days: what is not over by then hangs.</summary>
    public const int LongestDays = 1500;

    /// <summary>Where whoever looks at the dry run afterwards opens the links in its mails.</summary>
    public string PublicAddress { get; init; } = ProductOptions.DefaultUrls;
}

/// <summary>How far a dry run is.</summary>
/// <param name="Today">The virtual day.</param>
/// <param name="Sites">How many sites there are.</param>
/// <param name="Over">How many are active or have ended.</param>
/// <param name="Acts">How many acts were played.</param>
public sealed record RehearsalProgress(LocalDate Today, int Sites, int Over, int Acts);
