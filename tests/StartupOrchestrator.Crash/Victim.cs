using System.Diagnostics;

namespace StartupOrchestrator.Crash;

/// <summary>A workload process.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process process;

    public Victim(string place, string mails, string run, bool drain)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "StartupOrchestrator.Crash")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["workload", place, mails, run, .. drain ? ["drain"] : Array.Empty<string>()])
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
    }

    /// <summary>Kills it after so many acknowledgements, with commands under way, and reads what is left in the pipe.</summary>
    public async Task KillAsync(Ledger ledger, int acknowledgements, CancellationToken cancellationToken)
    {
        var until = ledger.Acknowledged + acknowledgements;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            ledger.Read(line);
            if (ledger.Acknowledged >= until && !process.HasExited)
            {
                process.Kill();
                until = int.MaxValue;
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        Assert.True(until == int.MaxValue, $"The workload ended by itself: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task FinishAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await process.StandardError.ReadToEndAsync(cancellationToken));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
