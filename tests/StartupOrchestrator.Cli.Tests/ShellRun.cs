using Microsoft.Data.Sqlite;

namespace StartupOrchestrator.Cli.Tests;

/// <summary>Runs command lines with a scratch folder of their own.</summary>
internal sealed class ShellRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-cli-").FullName;

    public string At(string name) => Path.Combine(folder, name);

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(At(name), text);
        return At(name);
    }

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StartupCommand.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
