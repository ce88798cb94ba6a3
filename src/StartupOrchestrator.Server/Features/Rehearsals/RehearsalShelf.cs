using System.Text.Json;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>Keeps what dry runs came to in the folder of each, so that a restart of the server forgets none.</summary>
internal static class RehearsalShelf
{
    /// <summary>Where the folders of dry runs lie, within the data folder.</summary>
    public const string FolderName = "rehearsals";

    private const string FileName = "result.json";

    /// <summary>Writes a result into the folder of its dry run.</summary>
    public static void Keep(string folder, RehearsalState state) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(state, DomainJson.Options));

    /// <summary>Earlier results, oldest first; what cannot be read is left out.</summary>
    public static IEnumerable<RehearsalState> Read(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateDirectories(folder).Select(d => new FileInfo(Path.Combine(d, FileName))).Where(f => f.Exists).OrderBy(f => f.LastWriteTimeUtc).Select(ReadOne).OfType<RehearsalState>();

    private static RehearsalState? ReadOne(FileInfo file)
    {
        try
        {
            return JsonSerializer.Deserialize<RehearsalState>(File.ReadAllText(file.FullName), DomainJson.Options);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }
}
