using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>Sends the next items. The process tells itself, so that no single commit holds the whole plan.</summary>
[Contract("process.continue")]
public sealed record ContinueProcess : Command;
