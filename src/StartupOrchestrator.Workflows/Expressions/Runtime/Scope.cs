namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>The variables of one call, or of one round of a loop whose variables are captured.</summary>
internal sealed class Scope(Scope? parent, int slots)
{
    public readonly Scope? Parent = parent;
    public readonly ScriptValue[] Slots = new ScriptValue[slots];

    public Scope Copy()
    {
        var copy = new Scope(Parent, Slots.Length);
        Slots.CopyTo(copy.Slots, 0);
        return copy;
    }
}
