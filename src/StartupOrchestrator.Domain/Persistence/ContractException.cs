namespace StartupOrchestrator.Domain.Persistence;

/// <summary>A contract is missing, doubled or unknown; the message names the type or the contract and what to do.</summary>
public sealed class ContractException(string message, Exception? inner = null) : Exception(message, inner);
