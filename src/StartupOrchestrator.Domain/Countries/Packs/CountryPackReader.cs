using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Persistence.Json;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>Reads country packs from their JSON files. Unknown members are errors: a misspelt rule must not be silently absent.</summary>
public static class CountryPackReader
{
    /// <summary>How packs look as JSON.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Reads one file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    public static PackReading Read(string file, string json)
    {
        try
        {
            var pack = JsonSerializer.Deserialize<CountryPack>(json, Options);
            if (pack is null)
            {
                return new PackReading(null, [new PackError(file, "$", "The file is empty. A pack is a JSON object.")]);
            }

            ImmutableArray<PackError> errors = [.. CountryPackCheck.Errors(file, pack)];
            return new PackReading(errors.IsEmpty ? pack : null, errors);
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } n ? $" (line {n + 1})" : "";
            return new PackReading(null, [new PackError(file, e.Path ?? "$", e.Message.Split(" Path:")[0] + line)]);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = DomainJson.Create();

        // Arrays are read natively here, so that an error names the place within them.
        options.Converters.Remove(options.Converters.Single(c => c is ImmutableArrayConverterFactory));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.ReadCommentHandling = JsonCommentHandling.Skip;
        options.AllowTrailingCommas = true;
        options.MakeReadOnly();
        return options;
    }
}
