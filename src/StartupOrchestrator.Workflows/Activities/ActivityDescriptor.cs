using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Activities;

/// <summary>An input as the designer, the validator and the engine see it.</summary>
/// <param name="Name">Member name.</param>
/// <param name="Type">Type that values are converted to.</param>
/// <param name="Default">Converted default; null when none.</param>
/// <param name="Source">The declaration.</param>
public sealed record InputDescriptor(string Name, ValueType Type, JsonNode? Default, InputAttribute Source);

/// <summary>Everything that is declared about one version of an activity.</summary>
public sealed class ActivityDescriptor
{
    private ActivityDescriptor(Activity behaviour, ActivityAttribute declaration)
    {
        Behaviour = behaviour;
        Declaration = declaration;
        TakesNothingAsDefault = declaration.Type.StartsWith("Startup.", StringComparison.Ordinal);
    }

    /// <summary>The one object that executes all its instances; it has no state.</summary>
    public Activity Behaviour { get; }

    /// <summary>The declaration.</summary>
    public ActivityAttribute Declaration { get; }

    /// <summary>Contract name.</summary>
    public string Type => Declaration.Type;

    /// <summary>Version of the behaviour.</summary>
    public int Version => Declaration.Version;

    /// <summary>Label in the palette.</summary>
    public required string Label { get; init; }

    /// <summary>Inputs in evaluation order.</summary>
    public required IReadOnlyList<InputDescriptor> Inputs { get; init; }

    /// <summary>Outputs.</summary>
    public required IReadOnlyList<OutputAttribute> Outputs { get; init; }

    /// <summary>Declared outcomes; Done alone when none are declared.</summary>
    public required IReadOnlyList<OutcomeAttribute> Outcomes { get; init; }

    /// <summary>Waits, for forecasts.</summary>
    public required IReadOnlyList<WaitsAttribute> Waits { get; init; }

    /// <summary>Whether an input whose script gives nothing is as one left out: so for our own steps, while those of the original take nothing for nothing.</summary>
    internal bool TakesNothingAsDefault { get; }

    /// <summary>Reads the declaration of a behaviour.</summary>
    /// <exception cref="InvalidOperationException">The class has no <see cref="ActivityAttribute"/> or names an unknown type.</exception>
    public static ActivityDescriptor Of(Activity behaviour)
    {
        var type = behaviour.GetType();
        var declaration = type.GetCustomAttribute<ActivityAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} is an activity without an Activity attribute.");
        var outcomes = type.GetCustomAttributes<OutcomeAttribute>().ToList();
        return new ActivityDescriptor(behaviour, declaration)
        {
            Label = declaration.Label ?? Words(declaration.Type[(declaration.Type.LastIndexOf('.') + 1)..]),
            Inputs = type.GetCustomAttributes<InputAttribute>().Select(i => Describe(i, type)).ToList(),
            Outputs = type.GetCustomAttributes<OutputAttribute>().ToList(),
            Outcomes = outcomes.Count > 0 ? outcomes : [new OutcomeAttribute("Done")],
            Waits = type.GetCustomAttributes<WaitsAttribute>().ToList(),
        };
    }

    /// <summary>Words of a joined name: <c>SetVariable</c> is <c>Set variable</c>.</summary>
    public static string Words(string name)
    {
        var words = string.Concat(name.Select((c, i) =>
            i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? " " + char.ToLowerInvariant(c) : c.ToString()));
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static InputDescriptor Describe(InputAttribute input, Type owner)
    {
        var type = ValueType.Find(input.Type)
            ?? throw new InvalidOperationException($"{owner.Name}: input '{input.Name}' has the unknown type '{input.Type}'.");
        JsonNode? literal = input.Default switch
        {
            null => null,
            bool b => JsonValue.Create(b),
            string s => JsonValue.Create(s),
            var number => JsonValue.Create(Convert.ToDouble(number, CultureInfo.InvariantCulture)),
        };
        if (!Values.TryConvert(literal, type, out var converted))
            throw new InvalidOperationException($"{owner.Name}: the default of input '{input.Name}' is not of type '{input.Type}'.");
        return new InputDescriptor(input.Name, type, converted, input);
    }
}
