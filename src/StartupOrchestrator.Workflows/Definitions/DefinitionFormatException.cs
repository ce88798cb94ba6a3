namespace StartupOrchestrator.Workflows.Definitions;

/// <summary>The text is not a workflow definition at all: not JSON, or without a root activity.</summary>
/// <param name="message">What is wrong, with line and position where the text is not JSON.</param>
/// <param name="inner">The parser's own error, if any.</param>
public sealed class DefinitionFormatException(string message, Exception? inner = null) : Exception(message, inner);
