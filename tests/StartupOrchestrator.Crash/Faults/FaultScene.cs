using StartupOrchestrator.Correspondence.Tests.Mail;
using StartupOrchestrator.Crash.Mails;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Faults;

/// <summary>A database, a ledger and a seed: what every fault test works with.</summary>
/// <param name="place">Folder or connection string.</param>
/// <param name="output">Where seed and figures go.</param>
/// <param name="post">A mail server that takes the mails; null: a file does.</param>
internal sealed class FaultScene : IDisposable
{
    /// <summary>How many faults a test causes in a usual run.</summary>
    public const int Few = 3;

    /// <summary>How long progress may take: other work may use the machine too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string place;
    private readonly ITestOutputHelper output;
    private readonly string file = Path.GetTempFileName();
    private readonly RealServer? post;
    private readonly string mails;

    public FaultScene(string place, ITestOutputHelper output, RealServer? post = null)
    {
        this.place = place;
        this.output = output;
        this.post = post;
        mails = post is null ? file : $"{SmtpMail.Scheme}{post.Port}";
        Random = new Random(Seed.Take(output.WriteLine));
    }

    public Random Random { get; }

    public Ledger Ledger { get; } = new();

    public Victim Start(string run, params string[] more) => new(Ledger, place, mails, run, more);

    /// <summary>As <see cref="Start"/>, with another way to the same database.</summary>
    public Victim StartAt(string way, string run) => new(Ledger, way, mails, run);

    /// <summary>Delivers what is left and compares everything.</summary>
    /// <param name="mostMails">How often one mail may have left.</param>
    public async Task CheckAsync(int mostMails)
    {
        using (var last = Start("drain", "drain"))
        {
            await last.FinishAsync(Patience);
        }

        await using var storage = await Workload.OpenAsync(place);
        output.WriteLine(await new Checker(storage, Ledger, Mails()).CheckAsync(mostMails));
    }

    public void Dispose() => Mailboxes().Append(file).ToList().ForEach(File.Delete);

    private string[] Mails() => post is null ? [.. Mailboxes().SelectMany(File.ReadAllLines)] : [.. post.Mails.Select(SmtpMail.IdOf)];

    private IEnumerable<string> Mailboxes() => Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + ".*");
}
