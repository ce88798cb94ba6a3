using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>How to reach the database and what it is taken for.</summary>
/// <param name="ConnectionString">As the application's role, which can neither change nor remove journal and audit facts.</param>
public sealed record PostgreSqlOptions(string ConnectionString)
{
    /// <summary>As the role that owns the schema; null when the application's role does (a small installation).</summary>
    public string? MigrationConnectionString { get; init; }

    /// <summary>What the database must have been born as; null takes it as it is (production when new).</summary>
    public DatabaseNature? Nature { get; init; }

    /// <summary>Accepts a server with <c>fsync</c> or <c>full_page_writes</c> off. Only for tests: such a server loses acknowledged work.</summary>
    public bool AcceptUnsafeServer { get; init; }

    /// <summary>Commits at the same time. More make smaller batches: two or three are best, whatever the number of actors.</summary>
    public int Writers { get; init; } = 2;
}
