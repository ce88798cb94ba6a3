using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>Work on many actors: what was accepted, and how far it is.</summary>
public sealed record ProcessState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public ProcessStatus Status { get; init; }

    /// <summary>What sort of work.</summary>
    public string Kind { get; init; } = "";

    /// <summary>In words.</summary>
    public string Title { get; init; } = "";

    /// <summary>Sponsor key, for scope.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Study key, for scope.</summary>
    public string? Study { get; init; }

    /// <summary>The process sends the commands itself.</summary>
    public bool Dispatch { get; init; }

    /// <summary>What is to be done, in order; never changes.</summary>
    public ImmutableArray<ProcessItem> Items { get; init; } = [];

    /// <summary>Items whose commands have been sent: the first so many.</summary>
    public int Sent { get; init; }

    /// <summary>Keys of sent items whose fact is still awaited.</summary>
    public ImmutableSortedSet<string> Awaited { get; init; } = [];

    /// <summary>How many are done.</summary>
    public int Done { get; init; }

    /// <summary>Keys of items reported done by the caller; empty where the process sends them itself.</summary>
    public ImmutableSortedSet<string> Reported { get; init; } = [];

    /// <summary>What could not be done.</summary>
    public ImmutableSortedDictionary<string, ItemFailure> Failed { get; init; } = ImmutableSortedDictionary<string, ItemFailure>.Empty;
}

/// <summary>Why an item could not be done.</summary>
public sealed record ItemFailure(string Code, string Message);

/// <summary>Statuses of a process.</summary>
public enum ProcessStatus
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Everything is done.</summary>
    Done,

    /// <summary>Everything was tried; some could not be done.</summary>
    DoneWithFailures,

    /// <summary>Given up.</summary>
    Cancelled,
}
