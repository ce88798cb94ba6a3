namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A published version with its content.</summary>
internal sealed record PublishedVersion(int Number, string Content);

/// <summary>What is published of a definition, as its actor's state shows it.</summary>
public interface IPublishedDefinition
{
    /// <summary>The newest version that is published and not retracted; null when there is none.</summary>
    int? NewestVersion { get; }

    /// <summary>The content of a version that was ever published, retracted or not; null when there was none of that number.</summary>
    string? ContentOf(int version);
}

/// <summary>Reads <see cref="IPublishedDefinition"/> off the state of a definition's actor.</summary>
internal sealed class PublishedDefinitions
{
    private readonly IPublishedDefinition? published;

    private PublishedDefinitions(IPublishedDefinition? published) => this.published = published;

    public PublishedVersion? Newest => published?.NewestVersion is { } number ? Find(number) : null;

    public static PublishedDefinitions In(object? state) => new(state as IPublishedDefinition);

    public PublishedVersion? Find(int number) => published?.ContentOf(number) is { } content ? new PublishedVersion(number, content) : null;
}
