namespace StartupOrchestrator.Workflows.Activities;

/// <summary>Declares an activity: a sealed class with a parameterless constructor that derives from <see cref="Activity"/>.</summary>
/// <param name="type">Contract name in definitions, as <c>Elsa.WriteLine</c>; never changes.</param>
/// <param name="version">Version of the behaviour, from 1. Old versions stay registered while instances are pinned to them.</param>
/// <param name="category">Section of the palette.</param>
/// <param name="description">One sentence for the palette and the documentation.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ActivityAttribute(string type, int version, string category, string description) : Attribute
{
    /// <summary>Contract name.</summary>
    public string Type { get; } = type;

    /// <summary>Version of the behaviour.</summary>
    public int Version { get; } = version;

    /// <summary>Section of the palette.</summary>
    public string Category { get; } = category;

    /// <summary>One sentence.</summary>
    public string Description { get; } = description;

    /// <summary>Label in the palette; else the last part of the type, in words.</summary>
    public string? Label { get; set; }

    /// <summary>Whether it can start a workflow.</summary>
    public bool IsTrigger { get; set; }

    /// <summary>Whether the palette leaves it out.</summary>
    public bool Hidden { get; set; }

    /// <summary>Members that hold embedded activities, as <c>then</c>.</summary>
    public string[] Ports { get; set; } = [];
}
