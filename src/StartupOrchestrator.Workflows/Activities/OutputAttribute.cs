namespace StartupOrchestrator.Workflows.Activities;

/// <summary>Declares an output.</summary>
/// <param name="name">Name, PascalCase as in scripts.</param>
/// <param name="type">Type alias from the closed list.</param>
/// <param name="description">Help text.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutputAttribute(string name, string type, string description = "") : Attribute
{
    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <summary>Type alias.</summary>
    public string Type { get; } = type;

    /// <summary>Help text.</summary>
    public string Description { get; } = description;

    /// <summary>Never shown: the history masks it.</summary>
    public bool Sensitive { get; set; }
}

/// <summary>Declares an outcome: a port that connections leave by. Without any, the one outcome is Done.</summary>
/// <param name="name">Name, case-sensitive.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutcomeAttribute(string name) : Attribute
{
    /// <summary>Name.</summary>
    public string Name { get; } = name;

    /// <summary>When it is taken.</summary>
    public string Description { get; set; } = "";

    /// <summary>Share of runs that take it, 0 to 1, for forecasts; negative when not known.</summary>
    public double Share { get; set; } = -1;
}

/// <summary>Declares a wait of an activity, for forecasts.</summary>
/// <param name="name">Name of the wait.</param>
/// <param name="who">Who must act, in the words of the glossary.</param>
/// <param name="typical">Typical length in business days.</param>
/// <param name="longest">Length in business days that nine in ten stay below.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WaitsAttribute(string name, string who, double typical, double longest) : Attribute
{
    /// <summary>Name of the wait.</summary>
    public string Name { get; } = name;

    /// <summary>Who must act.</summary>
    public string Who { get; } = who;

    /// <summary>Typical length in business days.</summary>
    public double Typical { get; } = typical;

    /// <summary>Length in business days that nine in ten stay below.</summary>
    public double Longest { get; } = longest;
}
