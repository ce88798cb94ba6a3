using System.Runtime.CompilerServices;

namespace StartupOrchestrator.Correspondence.Tests;

/// <summary>Compares with an approved file of the folder Golden. With UPDATE_GOLDEN=1 the files are written anew: read the difference before you commit it.</summary>
internal static class Golden
{
    public static void Compare(string name, string actual)
    {
        var path = Path.Combine(Folder(), "Golden", name);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{name} has no approved file; run once with UPDATE_GOLDEN=1 and read it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
