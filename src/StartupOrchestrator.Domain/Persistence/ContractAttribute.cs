namespace StartupOrchestrator.Domain.Persistence;

/// <summary>The name and version under which a type is written to the journal, the outbox and answers. CLR names never are.</summary>
/// <param name="name">Stable for ever, for example <c>site.selected</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ContractAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the shape. Old versions are lifted by upcasters when read.</summary>
    public int Version { get; init; } = 1;
}
