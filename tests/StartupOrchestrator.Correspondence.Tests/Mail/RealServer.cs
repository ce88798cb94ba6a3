using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

/// <summary>Debian's python3-aiosmtpd as a peer. The process ends when its standard input does, so it cannot outlive the tests.</summary>
internal sealed class RealServer : IDisposable
{
    private readonly Process process;

    private RealServer(Process process, int port, string folder)
    {
        this.process = process;
        Port = port;
        Folder = folder;
    }

    public int Port { get; }

    public string Folder { get; }

    public IReadOnlyList<string> Mails => [.. Directory.GetFiles(Folder, "*.mail").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public static RealServer Start(string? certificate = null)
    {
        const string python = "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(python) && Directory.GetDirectories("/usr/lib/python3", "aiosmtpd", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Length > 0,
            "no mail server to talk to: apt-get install python3-aiosmtpd");
        var folder = Directory.CreateTempSubdirectory("smtp").FullName;
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Script());
        start.ArgumentList.Add(folder);
        if (certificate is not null)
        {
            start.ArgumentList.Add(certificate);
        }

        var process = Process.Start(start)!;
        var port = process.StandardOutput.ReadLine();
        return new RealServer(process, int.Parse(port ?? throw new InvalidOperationException("The mail server did not start."), CultureInfo.InvariantCulture), folder);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(10_000);
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "real-server.py");
}
