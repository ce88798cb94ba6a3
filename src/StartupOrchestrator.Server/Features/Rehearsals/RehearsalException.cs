namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>A dry run cannot go on; the message says why.</summary>
public sealed class RehearsalException(string message) : Exception(message);
