using System.Diagnostics;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Faults;

/// <summary>A disk of 64 MB that fills up under load: nothing acknowledged is lost, and work goes on when there is room again.</summary>
public sealed class DiskFullTests(ITestOutputHelper output) : IDisposable
{
    private readonly string disk = Directory.CreateTempSubdirectory("startup-disk-").FullName;
    private bool mounted;

    [Fact]
    public async Task Full_disk_under_SQLite_refuses_and_recovers()
    {
        Mount(64);
        await RunAsync(Path.Combine(disk, "data"));
    }

    [Fact]
    public async Task Full_disk_under_PostgreSQL_refuses_and_recovers()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        Mount(150);
        var server = await PostgreSqlServer.StartInAsync(disk, "-c max_wal_size=32MB -c min_wal_size=32MB");
        await RunAsync(server.ConnectionString(await server.CreateEmptyAsync()), server);
        server.Stop();
    }

    public void Dispose()
    {
        if (mounted)
        {
            Process.Start("umount", ["-l", disk])!.WaitForExit();
        }

        Directory.Delete(disk);
    }

    private async Task RunAsync(string place, PostgreSqlServer? server = null)
    {
        using var scene = new FaultScene(place, output);
        using var victim = scene.Start("a");
        await scene.Ledger.MoreAsync(100, FaultScene.Patience);
        for (var round = LongForm.Count(FaultScene.Few, full: 20); round > 0; round--)
        {
            var ballast = Path.Combine(disk, "ballast");
            await FillAsync(ballast);
            var before = scene.Ledger.Again;
            var began = TimeProvider.System.GetTimestamp();
            while (scene.Ledger.Again == before && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            output.WriteLine($"full: {scene.Ledger.Again - before} answers were busy or unknown");
            await Task.Delay(500, TestContext.Current.CancellationToken);
            File.Delete(ballast);
            if (server?.HasEnded == true)
            {
                // PostgreSQL ends by itself when its log cannot be written; whoever runs it starts it again.
                server.Stop();
                await server.StartAgainAsync();
            }

            output.WriteLine($"back after {(await scene.Ledger.MoreAsync(1, TimeSpan.FromSeconds(30))).TotalSeconds:F1} s");
            await scene.Ledger.MoreAsync(50, FaultScene.Patience);
            victim.AssertLives();
        }

        await victim.KillAsync();
        await scene.CheckAsync(mostMails: 20);
    }

    private static async Task FillAsync(string path)
    {
        var block = new byte[64 * 1024];
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
            while (true)
            {
                await file.WriteAsync(block, TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private void Mount(int megabytes)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m,mode=777", "tmpfs", disk]) { RedirectStandardError = true })!;
        mount.WaitForExit();
        mounted = mount.ExitCode == 0;
        Assert.SkipUnless(mounted, "a small disk cannot be mounted here (needs root): mount -t tmpfs");
    }
}
