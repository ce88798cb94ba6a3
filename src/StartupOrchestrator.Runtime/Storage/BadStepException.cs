namespace StartupOrchestrator.Runtime.Storage;

/// <summary>A step breaks a rule of the database (a doubled key, a text that cannot be stored). Sending it again cannot help.</summary>
public sealed class BadStepException(string message, Exception? inner = null) : Exception(message, inner);
