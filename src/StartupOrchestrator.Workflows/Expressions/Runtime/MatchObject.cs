namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>What a regular expression found: an array of the whole and the groups, with the place, the text and the named groups.</summary>
internal sealed class MatchObject(ScriptValue[] parts, int index, string input, ScriptValue groups) : ArrayObject(parts)
{
    private static readonly string[] Names = ["index", "input", "groups"];

    public int Index { get; } = index;

    public string Input { get; } = input;

    public ScriptValue Groups { get; } = groups;

    public override IReadOnlyList<string> Keys() => [.. base.Keys(), .. Names];

    public override bool TryGet(string key, out ScriptValue value)
    {
        if (!Names.Contains(key))
        {
            return base.TryGet(key, out value);
        }

        value = key switch { "index" => Index, "input" => Input, _ => Groups };
        return true;
    }

    public override ScriptValue Get(Machine m, string name) => Names.Contains(name) && TryGet(name, out var value) ? value : base.Get(m, name);
}
