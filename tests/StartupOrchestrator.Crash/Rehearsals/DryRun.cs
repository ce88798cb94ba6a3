using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Crash.Machines;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Crash.Rehearsals;

/// <summary>A process that plays a dry run, and what it acknowledged, kept here outside of it.</summary>
internal sealed class DryRun(string[] arguments) : IDisposable
{
    private readonly Process process = Startup.Start([.. arguments, "--ledger", "/dev/stdout", "--json"]);
    private readonly List<string> answer = [];

    /// <summary>Records with the highest version that was acknowledged.</summary>
    public Dictionary<string, long> Acknowledged { get; } = [];

    /// <summary>Tasks that were answered by their link.</summary>
    public List<string> Answered { get; } = [];

    public int Acts { get; private set; }

    /// <summary>Kills it after so many acknowledged acts; false when it was over before.</summary>
    public async Task<bool> KillAfterAsync(int acts)
    {
        var killed = false;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Take(line);
            if (Acts >= acts && !killed)
            {
                process.Kill();
                killed = true;
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return killed;
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="meanwhile">Told after each act.</param>
    public async Task<JsonNode> FinishAsync(Func<int, Task>? meanwhile = null)
    {
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Take(line);
            await (meanwhile?.Invoke(Acts) ?? Task.CompletedTask);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"The dry run ended with {process.ExitCode}: {string.Join('\n', answer)} {await error}");
        return JsonNode.Parse(string.Join('\n', answer))!;
    }

    /// <summary>What it said on its error stream; only after it ended.</summary>
    public Task<string> ErrorAsync() => process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>Everything that was acknowledged is in the records.</summary>
    public async Task CheckAsync(IStorage storage)
    {
        foreach (var (record, version) in Acknowledged)
        {
            var stored = await storage.Steps.LoadAsync(record, TestContext.Current.CancellationToken);
            Assert.True(stored?.Version >= version, $"{record} was acknowledged at version {version}; the records have {stored?.Version.ToString(CultureInfo.InvariantCulture) ?? "nothing"}.");
        }

        foreach (var task in Answered)
        {
            var stored = await storage.Steps.LoadAsync(task, TestContext.Current.CancellationToken);
            Assert.True(stored is not null && !stored.State.Contains("\"status\":\"open\"", StringComparison.OrdinalIgnoreCase), $"{task} was answered and is open again.");
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Take(string line)
    {
        switch (line.Split(' '))
        {
            case ["ack", var record, var version]:
                Acknowledged[record] = Math.Max(Acknowledged.GetValueOrDefault(record), long.Parse(version, CultureInfo.InvariantCulture));
                Acts++;
                break;
            case ["answered", var task]:
                Answered.Add(task);
                Acts++;
                break;
            default:
                answer.Add(line);
                break;
        }
    }
}
