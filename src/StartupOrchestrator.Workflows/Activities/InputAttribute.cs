namespace StartupOrchestrator.Workflows.Activities;

/// <summary>Declares an input. Inputs are evaluated in the order of their declaration, right before the activity executes.</summary>
/// <param name="name">Member name in definitions, camelCase.</param>
/// <param name="type">Type alias from the closed list, as <c>String</c> or <c>ICollection&lt;String&gt;</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InputAttribute(string name, string type) : Attribute
{
    /// <summary>Member name.</summary>
    public string Name { get; } = name;

    /// <summary>Type alias.</summary>
    public string Type { get; } = type;

    /// <summary>Value when the input is not given: text, number or Boolean; durations as text.</summary>
    public object? Default { get; set; }

    /// <summary>Editor in the property panel, as <c>single-line</c>, <c>multi-line</c>, <c>checkbox</c>, <c>dropdown</c>, <c>expression</c>.</summary>
    public string Editor { get; set; } = "";

    /// <summary>Choices of a drop-down.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>Whether publishing is refused without it.</summary>
    public bool Required { get; set; }

    /// <summary>Label in the property panel; else the name, in words.</summary>
    public string? Label { get; set; }

    /// <summary>Help text.</summary>
    public string Description { get; set; } = "";

    /// <summary>Evaluated when the activity asks, not before it executes.</summary>
    public bool Lazy { get; set; }

    /// <summary>Never shown: the history masks it.</summary>
    public bool Sensitive { get; set; }

    /// <summary>Not an expression: the activity reads the member itself.</summary>
    public bool Raw { get; set; }
}
