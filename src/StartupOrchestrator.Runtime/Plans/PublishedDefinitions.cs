using StartupOrchestrator.Domain.Definitions;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A published version with its content.</summary>
internal sealed record PublishedVersion(int Number, string Content);

/// <summary>What is published of a definition, as its actor's state has it.</summary>
internal sealed class PublishedDefinitions
{
    public static PublishedDefinitions In(object? state) => throw new NotImplementedException();
    public PublishedVersion? Newest => null;
    public PublishedVersion? Find(int number) => null;
}
