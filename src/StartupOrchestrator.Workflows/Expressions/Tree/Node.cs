using StartupOrchestrator.Workflows.Expressions.Binding;
using StartupOrchestrator.Workflows.Expressions.Runtime;

namespace StartupOrchestrator.Workflows.Expressions.Tree;

/// <summary>Where a node begins.</summary>
internal readonly record struct Place(int Line, int Column, int Offset);

/// <summary>A part of a script. Nodes are built once, bound once and then never changed, so that scripts can be shared by threads.</summary>
internal abstract class Node(Place place)
{
    public int Line { get; } = place.Line;

    public int Column { get; } = place.Column;

    public int Offset { get; } = place.Offset;

    public Place Place => new(Line, Column, Offset);

    /// <summary>Binds the names in this node and below.</summary>
    public abstract void Bind(Binder binder);

    /// <summary>The error with this node's place, unless it has one already.</summary>
    public ScriptException At(ScriptException error)
    {
        error.Locate(Line, Column);
        return error;
    }
}

/// <summary>A node with a value.</summary>
internal abstract class Expression(Place place) : Node(place)
{
    public abstract ScriptValue Evaluate(Machine m, Scope? scope);

    /// <summary>How messages call this expression.</summary>
    public virtual string Describe() => "(intermediate value)";
}

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
}

/// <summary>A node that acts.</summary>
internal abstract class Statement(Place place) : Node(place)
{
    public abstract Completion Execute(Machine m, Scope? scope);
}

/// <summary>Something that takes a value: a variable, a member, or a pattern of these.</summary>
internal interface ITarget
{
    void Store(Machine m, Scope? scope, ScriptValue value);
}
