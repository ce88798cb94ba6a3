using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>Begins work on many actors: the accepted plan is kept once, then carried out item by item.</summary>
/// <param name="Kind">For example <c>site-import</c>, <c>study-start</c>.</param>
/// <param name="Title">What it does, in words; no personal values.</param>
/// <param name="Items">What is to be done, in order.</param>
/// <param name="Dispatch">True: the process itself sends each item's command and counts the item done when the target shows the item's fact. False: the caller sends them and reports.</param>
[Contract("process.start")]
public sealed record StartProcess(
    string Kind, string Title, ImmutableArray<ProcessItem> Items, bool Dispatch = false, string? Sponsor = null, string? Study = null) : Command;

/// <summary>An item is done.</summary>
[Contract("process.item-done")]
public sealed record ItemDone(string Item) : Command;

/// <summary>An item could not be done.</summary>
/// <param name="Code">Stable code of the refusal or error.</param>
/// <param name="Message">What is wrong and what to do; no personal values.</param>
[Contract("process.item-failed")]
public sealed record ItemFailed(string Item, string Code, string Message) : Command;

/// <summary>Several items at once.</summary>
[Contract("process.items-done")]
public sealed record ItemsDone(ImmutableArray<string> Items) : Command;

/// <summary>Failed items are tried again.</summary>
[Contract("process.retry")]
public sealed record RetryFailed : Command;

/// <summary>What is not done stays undone; asks a reason.</summary>
[Contract("process.cancel")]
public sealed record CancelProcess : Command;

/// <summary>One piece of bulk work.</summary>
/// <param name="Key">Unique within the process; the command id follows from it.</param>
/// <param name="Target">The actor concerned.</param>
/// <param name="Command">What it is asked; null when the caller carries it out.</param>
/// <param name="DoneFact">Fact of the target by which the item counts as done; null: <c>exists</c>.</param>
public sealed record ProcessItem(string Key, ActorId Target, Command? Command = null, string? DoneFact = null);
