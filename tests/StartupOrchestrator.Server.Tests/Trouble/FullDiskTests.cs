using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using StartupOrchestrator.Server.Tests.Harness;

namespace StartupOrchestrator.Server.Tests.Trouble;

/// <summary>A disk that is full: a clear answer, nothing half-written, nothing lost, and the same request works once there is space.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string disk = Directory.CreateTempSubdirectory("startup-disk-").FullName;
    private readonly bool mounted;

    public FullDiskTests() => mounted = OperatingSystem.IsLinux() && Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk) == 0;

    [Fact]
    public async Task Full_disk_is_said_and_nothing_is_lost_or_half_done()
    {
        Assert.SkipUnless(mounted, "needs a small disk of its own: root on Linux, with mount");
        var ballast = Path.Combine(disk, "ballast");
        await using var server = await TestServer.StartAsync(o => o with { InMemory = false, DataDirectory = Path.Combine(disk, "data") });
        using var admin = await server.AdminAsync();
        await File.WriteAllBytesAsync(ballast, new byte[4 * 1024 * 1024], TestContext.Current.CancellationToken);
        await FillAsync();

        var acknowledged = new List<string>();
        string? refused = null;
        for (var i = 0; refused is null && i < 500; i++)
        {
            using var answer = await RegisterAsync(admin, $"s{i}");
            if (answer.IsSuccessStatusCode)
            {
                acknowledged.Add($"s{i}");
                continue;
            }

            var problem = await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Contains("The disk is full", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
            refused = $"s{i}";
        }

        Assert.NotNull(refused);
        using (var upload = await UploadAsync(admin))
        {
            var problem = await upload.ProblemAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Contains("The disk is full", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await admin.GetJsonAsync($"/api/v1/studies?search={refused}"))["items"]!.AsArray().Count(s => s!["key"]!.GetValue<string>() == refused));

        File.Delete(ballast);
        using var again = await RegisterAsync(admin, refused);
        Assert.True(again.IsSuccessStatusCode, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var study in acknowledged.Append(refused))
        {
            Assert.Equal(study, (await admin.GetJsonAsync($"/api/v1/studies/{study}"))["record"]!["key"]!.GetValue<string>());
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(disk, "data", "files"), "*", SearchOption.AllDirectories));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (mounted)
        {
            Run("umount", "-l", disk);
        }

        Directory.Delete(disk, recursive: true);
    }

    private static Task<HttpResponseMessage> RegisterAsync(Browser admin, string key) => admin.PostAsync(
        $"/api/v1/studies/{key}/commands", new { type = "study.register", title = $"Study {key}", protocolNumber = $"P-{key}", sponsor = "sp", condition = new string('c', 3000) }, ("Idempotency-Key", $"register-{key}"));

    private static async Task<HttpResponseMessage> UploadAsync(Browser admin)
    {
        var content = new byte[1024 * 1024];
        RandomNumberGenerator.Fill(content);
        "%PDF-1.4\n"u8.CopyTo(content);
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new("application/pdf");
        using var form = new MultipartFormDataContent { { part, "file", "large.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = form };
        request.Headers.Add("X-Antiforgery", await admin.AntiforgeryAsync());
        return await admin.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Takes what is left, but for a few pages.</summary>
    private async Task FillAsync()
    {
        var left = new DriveInfo(disk).AvailableFreeSpace - (256 * 1024);
        await File.WriteAllBytesAsync(Path.Combine(disk, "more-ballast"), new byte[Math.Max(0, left)], TestContext.Current.CancellationToken);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
