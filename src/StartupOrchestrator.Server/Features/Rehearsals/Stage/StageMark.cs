namespace StartupOrchestrator.Server.Features.Rehearsals.Stage;

/// <summary>Notes in the folder of a dry run that its study has begun, and how often its process was started since.</summary>
internal static class StageMark
{
    private const string FileName = "stage.txt";

    /// <summary>How many processes have played after the study had begun.</summary>
    public static int Count(string folder) => File.Exists(Path.Combine(folder, FileName)) ? File.ReadAllLines(Path.Combine(folder, FileName)).Length : 0;

    /// <summary>Another one plays.</summary>
    public static void Add(string folder) => File.AppendAllText(Path.Combine(folder, FileName), "begun\n");
}
