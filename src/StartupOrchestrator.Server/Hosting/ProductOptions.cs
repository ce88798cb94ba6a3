namespace StartupOrchestrator.Server.Hosting;

/// <summary>What a person chooses when the product starts. Everything else is data.</summary>
public sealed record ProductOptions
{
    /// <summary>The address when none is given: this machine only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Folder of database, files, keys and the mail pickup folder; relative to the caller's folder.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>PostgreSQL connection string; null keeps everything in SQLite within <see cref="DataDirectory"/>.</summary>
    public string? Connection { get; init; }

    /// <summary>Joins the cluster of all hosts over the same database: each actor has one owner among them.</summary>
    public bool Cluster { get; init; }

    /// <summary>The address at which other hosts of the cluster reach this one; null: all are on this machine.</summary>
    public string? ClusterAddress { get; init; }

    /// <summary>The port for it; 0: any free one.</summary>
    public int ClusterPort { get; init; }

    /// <summary>Moment (UTC) at which a host of a dry run's cluster begins; its clock then follows the dry run. Null: a real host.</summary>
    public NodaTime.Instant? Follow { get; init; }

    /// <summary>Whether this build has the cluster in it.</summary>
    public static bool HasCluster =>
#if ORLEANS
        true;
#else
        false;
#endif

    /// <summary>Keeps everything in memory: for tests and for writing the API description.</summary>
    public bool InMemory { get; init; }

    /// <summary>Fill an empty database with sample data; implies a training database at birth.</summary>
    public bool Demo { get; init; }

    /// <summary>What the database is born as; null takes it as it is, or <c>production</c> for a new one.</summary>
    public string? Nature { get; init; }

    /// <summary>The clock. Only a rehearsal database may be given another than the machine's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Messages and timers are delivered by a driver, one at a time, not in the background: for dry runs.</summary>
    public bool DeliverByHand { get; init; }

    /// <summary>Arguments for the host's own configuration, for example <c>--Logging:LogLevel:Default=Debug</c>.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];

    /// <summary>Last changes to the services, for tests and tools.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Full path of <see cref="DataDirectory"/>.</summary>
    public string DataPath => Path.GetFullPath(DataDirectory);

    /// <summary>Is the product reachable from this machine only?</summary>
    public bool LoopbackOnly => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
