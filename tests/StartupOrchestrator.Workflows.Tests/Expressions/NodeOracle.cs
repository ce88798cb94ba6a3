using System.Diagnostics;
using System.Text.Json;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Node on this machine, asked for the outcomes of many programs at once.</summary>
internal static class NodeOracle
{
    /// <summary>The outcomes as Node prints them, in the same order; skips the test where there is no Node.</summary>
    public static async Task<string[]> OutcomesOf(IReadOnlyList<string> programs, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("oracle");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "in.json"), Path.Combine(folder.FullName, "out.json"));
            await File.WriteAllTextAsync(input, JsonSerializer.Serialize(programs), stop);
            using var node = Start(Path.Combine(AppContext.BaseDirectory, "Expressions", "oracle.js"), input, output);
            var errors = await node.StandardError.ReadToEndAsync(stop);
            await node.WaitForExitAsync(stop);
            Assert.True(node.ExitCode == 0, errors);
            return JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(output, stop))!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node is not on the path, so there is nothing to compare with.");
            throw;
        }
    }
}
