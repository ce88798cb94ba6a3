using StartupOrchestrator.Workflows.Expressions.Builtins;
using StartupOrchestrator.Workflows.Expressions.RegularExpressions;

namespace StartupOrchestrator.Workflows.Expressions.Runtime;

/// <summary>A regular expression with the place where its next search begins.</summary>
internal sealed class PatternObject(Pattern pattern) : HeapObject
{
    public const int Cost = 64;

    public Pattern Pattern { get; } = pattern;

    public ScriptValue LastIndex { get; set; } = 0;

    public override string ClassName => "RegExp";

    public override Prototype Prototype => Prototypes.Pattern;

    public override ScriptValue Get(Machine m, string name) => name switch
    {
        "source" => Pattern.Source,
        "flags" => Pattern.Flags.Text,
        "global" => Pattern.Flags.IsGlobal,
        "ignoreCase" => Pattern.Flags.IgnoresCase,
        "multiline" => Pattern.Flags.IsMultiline,
        "dotAll" => Pattern.Flags.DotTakesAll,
        "sticky" => Pattern.Flags.IsSticky,
        "unicode" or "hasIndices" or "unicodeSets" => false,
        "lastIndex" => LastIndex,
        _ => base.Get(m, name),
    };

    public override void Set(Machine m, string name, ScriptValue value)
    {
        if (name != "lastIndex")
        {
            base.Set(m, name, value);
        }

        LastIndex = value;
    }

    public override string ToText(Machine m) => $"/{Pattern.Source}/{Pattern.Flags.Text}";
}
