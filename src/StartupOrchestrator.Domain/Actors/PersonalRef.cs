namespace StartupOrchestrator.Domain.Actors;

/// <summary>
/// Stands in records for a personal value (a name, an address, free text, a file name) that lies in a table of its own
/// and can be erased there under legal-hold rules without breaking the chain.
/// </summary>
/// <param name="Id">Key in the table of personal values.</param>
/// <param name="Hash">Lower-case hex SHA-256 of nonce and value: proves later that a value shown is the one recorded.</param>
public sealed record PersonalRef(string Id, string Hash);

/// <summary>A personal value on its way into its table: written by the same commit as the events that refer to it.</summary>
/// <param name="Ref">What the records hold.</param>
/// <param name="Nonce">Random, so that equal values have different hashes (hex, 32 characters).</param>
/// <param name="Value">The value itself.</param>
/// <param name="Subject">The person whom it concerns, if known: erasure works by subject.</param>
public sealed record SealedValue(PersonalRef Ref, string Nonce, string Value, string? Subject);
