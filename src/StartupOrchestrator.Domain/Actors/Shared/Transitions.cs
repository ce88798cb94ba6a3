using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>Which status may follow which. What is not in the table is refused with what is.</summary>
/// <typeparam name="T">The statuses.</typeparam>
public sealed class Transitions<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<T, ImmutableArray<T>> table;

    /// <summary>Makes a table; statuses without a row are terminal.</summary>
    public Transitions(params IEnumerable<(T From, T[] To)> rows) =>
        table = rows.ToFrozenDictionary(r => r.From, r => r.To.ToImmutableArray());

    /// <summary>What may follow.</summary>
    public ImmutableArray<T> From(T status) => table.TryGetValue(status, out var to) ? to : [];

    /// <summary>True when nothing may follow.</summary>
    public bool IsTerminal(T status) => From(status).IsEmpty;

    /// <summary>A refusal when the step is not in the table.</summary>
    internal Refusal? Check(string what, T from, T to) =>
        From(from).Contains(to) ? null : Refusal.NotAllowed(what, $"going to {StatusName.Of(to)}", StatusName.Of(from), StatusName.Of(From(from)));
}
