using System.Collections.Immutable;
using System.Reflection;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Definitions;
using StartupOrchestrator.Workflows.Definitions;

namespace StartupOrchestrator.Runtime.Plans;

/// <summary>A definition that the product brings.</summary>
/// <param name="Id">Logical id: the key of its actor and the name of its file.</param>
/// <param name="Title">Name in words.</param>
/// <param name="Content">Verbatim JSON.</param>
public sealed record StandardDefinition(string Id, string Title, string Content);

/// <summary>
/// The standard plans of study start-up. A new database publishes them as version 1; afterwards they belong to the
/// organisation, which changes them by publishing further versions.
/// </summary>
public static class StandardDefinitions
{
    /// <summary>Id of the plan that a study starts with.</summary>
    public const string Study = "study-start-up";

    private const string Folder = "definitions/";

    /// <summary>All of them, by id; read once from the program.</summary>
    public static ImmutableArray<StandardDefinition> All { get; } = [.. Read().OrderBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>The commands by which a new database gets them. Command ids are fixed, so that doing it again changes nothing.</summary>
    /// <param name="note">The note of the first version, sealed: <c>Standard plan of the product</c>.</param>
    public static IEnumerable<Envelope> Publish(Func<string, SealedValue> note)
    {
        foreach (var definition in All)
        {
            var words = note($"Standard plan '{definition.Title}' of the product.");
            yield return new Envelope(
                $"standard-{definition.Id}-1", new ActorId(ActorKind.Definition, definition.Id), new PublishDefinition(words.Ref, definition.Content, definition.Title), Origin.System)
            {
                Personal = [words],
            };
        }
    }

    private static IEnumerable<StandardDefinition> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var content = reader.ReadToEnd();
            var definition = DefinitionReader.Read(content);
            yield return new StandardDefinition(definition.DefinitionId, definition.Name ?? definition.DefinitionId, content);
        }
    }
}
