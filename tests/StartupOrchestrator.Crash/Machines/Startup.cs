using System.Diagnostics;
using System.Text.Json.Nodes;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>The command line's own executable.</summary>
internal static class Startup
{
    /// <summary>Runs a command and reads its JSON.</summary>
    public static async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync([.. arguments, "--json"]);
        Assert.True(code == 0, $"startup {string.Join(' ', arguments)} ended with {code}: {error}\n{output}");
        return JsonNode.Parse(output)!;
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command, to be killed or waited for.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "startup")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
