namespace StartupOrchestrator.Workflows.Expressions.Builtins;

/// <summary>The methods of all types.</summary>
internal static class Prototypes
{
    public static readonly Prototype Object = new("objects", null, "", ObjectMethods.All);

    public static readonly Prototype Array = new("arrays", Object, "", ArrayAccess.All, ArrayWalks.All, ArrayChanges.All, ArraySearch.All);

    public static readonly Prototype Text = new(
        "strings",
        Object,
        "anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup localeCompare toLocaleLowerCase toLocaleUpperCase",
        TextMethods.All,
        TextParts.All,
        TextPatterns.All);

    public static readonly Prototype Number = new("numbers", Object, "", NumberMethods.All);

    public static readonly Prototype Boolean = new("booleans", Object, "", BooleanMethods.All);

    public static readonly Prototype Error = new("errors", Object, "stack cause", ErrorMethods.All);

    public static readonly Prototype Map = new("maps", Object, "", MapMethods.OfMap);

    public static readonly Prototype Set = new("sets", Object, "", MapMethods.OfSet);

    public static readonly Prototype Iterator = new("iterators", Object, "", IteratorMethods.All);

    public static readonly Prototype Pattern = new("regular expressions", Object, "compile", PatternMethods.All);
}
