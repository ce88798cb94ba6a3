namespace StartupOrchestrator.Storage;

/// <summary>The database cannot be used as it is: a newer schema, another nature, unsafe settings. The message says what to do.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);
