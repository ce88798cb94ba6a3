namespace StartupOrchestrator.Cli.Output;

/// <summary>Something the user can mend: one readable line, no stack trace.</summary>
public sealed class UserErrorException(string message) : Exception(message);
