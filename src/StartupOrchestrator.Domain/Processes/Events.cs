using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>The accepted plan, whole.</summary>
[Contract("process.started")]
public sealed record ProcessStarted(string Kind, string Title, ImmutableArray<ProcessItem> Items, bool Dispatch, string? Sponsor, string? Study) : Event;

/// <summary>The next items' commands were sent.</summary>
/// <param name="Upto">How many have been sent in all.</param>
/// <param name="Awaited">Keys among them whose fact is awaited; the others count as done.</param>
[Contract("process.items-sent")]
public sealed record ItemsSent(int Upto, ImmutableArray<string> Awaited) : Event;

/// <summary>Items are done.</summary>
[Contract("process.items-finished")]
public sealed record ItemsFinished(ImmutableArray<string> Items) : Event;

/// <summary>An item could not be done.</summary>
[Contract("process.item-refused")]
public sealed record ItemRefused(string Item, string Code, string Message) : Event;

/// <summary>Failed items are tried again.</summary>
[Contract("process.retried")]
public sealed record FailuresRetried(ImmutableArray<string> Items) : Event;

/// <summary>Given up; what is not done stays undone.</summary>
[Contract("process.cancelled")]
public sealed record ProcessCancelled : Event;
