namespace StartupOrchestrator.Workflows.Execution;

/// <summary>An activity cannot go on. The engine turns it into a faulted activity; it never leaves a step.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The cause, if another error led here.</param>
public sealed class ActivityFaultException(string message, Exception? inner = null) : Exception(message, inner);
