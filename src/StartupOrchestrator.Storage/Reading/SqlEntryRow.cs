using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>A row of the table <c>journal</c>: the exact texts that the hash covers.</summary>
public sealed record SqlEntryRow(
    long Version, string Type, long TypeVersion, string BusinessTime, string RecordedAt, string ByWhom, string CommandId, string Cause, string Data,
    string PreviousHash, string Hash)
{
    /// <summary>The columns in this order, for selects.</summary>
    public const string Columns =
        "version, type, type_version as typeVersion, business_time as businessTime, recorded_at as recordedAt, by_whom as byWhom, command_id as commandId, " +
        "cause, data, previous_hash as previousHash, hash";

    /// <summary>The entry as the runtime knows it.</summary>
    public JournalEntry ToEntry() => new(
        Version, Type, (int)TypeVersion, StoreTime.Parse(BusinessTime), StoreTime.Parse(RecordedAt), ByWhom, CommandId, Cause, Data, PreviousHash, Hash);
}

/// <summary>A row of the table <c>audit</c>.</summary>
public sealed record SqlAuditRow(
    string Stream, long Version, string At, string ByWhom, string? OnBehalfOf, string? Reason, string Command, string Cause, string Changes)
{
    /// <summary>The columns in this order, for selects.</summary>
    public const string Columns = "stream, version, at, by_whom as byWhom, on_behalf_of as onBehalfOf, reason, command, cause, changes";

    /// <summary>The fact as the runtime knows it.</summary>
    public AuditFact ToFact() => new(Version, StoreTime.Parse(At), ByWhom, OnBehalfOf, Reason, Command, Cause, Changes);
}
