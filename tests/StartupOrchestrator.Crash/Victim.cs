using System.Diagnostics;

namespace StartupOrchestrator.Crash;

/// <summary>A workload process. What it says goes to the ledger at once, until its pipe ends.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process process;
    private readonly Task listening;

    public Victim(Ledger ledger, string place, string mails, string run, params string[] more)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "StartupOrchestrator.Crash")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["workload", place, mails, run, .. more])
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        listening = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                ledger.Read(line);
            }
        });
    }

    /// <summary>kill -9, with commands under way; reads what is left in the pipe.</summary>
    public async Task KillAsync()
    {
        AssertLives();
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await listening;
    }

    public void AssertLives() => Assert.False(process.HasExited, $"The workload ended by itself: {(process.HasExited ? process.StandardError.ReadToEnd() : "")}");

    /// <summary>Stands still for a while, as a process in a frozen machine does.</summary>
    public async Task FreezeAsync(TimeSpan time)
    {
        Signal("STOP");
        await Task.Delay(time, TestContext.Current.CancellationToken);
        Signal("CONT");
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task FinishAsync(TimeSpan patience)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Signal(string name) => Process.Start("kill", [$"-{name}", $"{process.Id}"])!.WaitForExit();
}
