namespace StartupOrchestrator.Runtime.Storage;

/// <summary>One database, by the roles it plays. Disposing it gives up its files, locks and connections.</summary>
public interface IStorage : IAsyncDisposable
{
    /// <summary>Commits.</summary>
    IStepStore Steps { get; }

    /// <summary>Messages, timers and named events that wait to be delivered.</summary>
    IDeliveryStore Deliveries { get; }

    /// <summary>Journal and audit facts.</summary>
    IJournalReader Journal { get; }

    /// <summary>Rows for lists.</summary>
    IViewQueries Views { get; }

    /// <summary>Personal values.</summary>
    IPersonalValues Personal { get; }

    /// <summary>Files.</summary>
    IBlobStore Blobs { get; }

    /// <summary>What verification and rebuilding need.</summary>
    IRecordKeeping Records { get; }

    /// <summary>What this database is good at.</summary>
    StoreTraits Traits { get; }

    /// <summary>What the database was born as.</summary>
    DatabaseNature Nature { get; }

    /// <summary>Secrets shared by all processes; null where the database belongs to one process.</summary>
    ISharedSecrets? Secrets => null;

    /// <summary>Counts shared by all processes; null where the database belongs to one process.</summary>
    ISharedCounts? Counts => null;

    /// <summary>What those who run the product need; null where nobody does (memory).</summary>
    IUpkeep? Upkeep => null;

    /// <summary>Completes after something was committed, here or (as far as the database can tell) elsewhere, or when the time is over.</summary>
    Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken);
}

/// <summary>How a database wants to be written.</summary>
/// <param name="Writers">Commits that it can make at the same time.</param>
/// <param name="MaxSteps">Steps of one commit at most.</param>
public sealed record StoreTraits(int Writers, int MaxSteps);

/// <summary>What a database was born as; it never changes.</summary>
public enum DatabaseNature
{
    /// <summary>Real studies.</summary>
    Production,

    /// <summary>Exercises; mails leave only to an allow-list.</summary>
    Training,

    /// <summary>Dry runs on virtual time; mails never leave.</summary>
    Rehearsal,
}
