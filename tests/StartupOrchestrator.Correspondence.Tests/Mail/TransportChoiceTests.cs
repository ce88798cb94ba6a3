using StartupOrchestrator.Correspondence.Mail.Pickup;
using StartupOrchestrator.Correspondence.Mail.Smtp;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Tests.Mail;

public sealed class TransportChoiceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pickup").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Dry_run_has_no_other_way_out_than_the_folder()
    {
        var options = Options(DatabaseNature.Rehearsal) with { Smtp = new SmtpOptions { Host = "mail.example.org" } };

        Assert.IsType<PickupFolderTransport>(MailTransports.Choose(options, TimeProvider.System, new Recorder()));
    }

    [Fact]
    public async Task Training_writes_only_to_its_list()
    {
        var way = new Recorder();
        var transport = MailTransports.Choose(Options(DatabaseNature.Training) with { TrainingAllowList = ["@practice.example", "jan@site.example"] }, TimeProvider.System, way);

        Assert.IsType<MailOutcome.Sent>(await transport.SendAsync(Samples.Message(), TestContext.Current.CancellationToken));
        Assert.IsType<MailOutcome.Sent>(await transport.SendAsync(To("a@practice.example"), TestContext.Current.CancellationToken));
        Assert.IsType<MailOutcome.Withheld>(await transport.SendAsync(To("a@notpractice.example"), TestContext.Current.CancellationToken));
        Assert.IsType<MailOutcome.Withheld>(await transport.SendAsync(To("jan@other.example"), TestContext.Current.CancellationToken));
        Assert.Equal(2, way.Sent.Count);
    }

    [Fact]
    public async Task Folder_holds_one_file_for_a_message_however_often_it_is_sent()
    {
        var transport = MailTransports.Choose(Options(DatabaseNature.Production), TimeProvider.System);
        await transport.SendAsync(Samples.Message(), TestContext.Current.CancellationToken);
        await transport.SendAsync(Samples.Message(), TestContext.Current.CancellationToken);
        await transport.SendAsync(Samples.Message(id: "row-2@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.All(Directory.GetFiles(folder), f => Assert.EndsWith(".eml", f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_delays()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<MailDelayedException>(() => new PickupFolderTransport(Path.Combine(file, "x")).SendAsync(Samples.Message(), TestContext.Current.CancellationToken));
    }

    private static MailMessage To(string address) => Samples.Message() with { To = Mailbox.Create(null, address) };

    private MailOptions Options(DatabaseNature nature) =>
        new() { FromAddress = "startup@example.org", PublicAddress = new Uri("https://startup.example"), PickupFolder = folder, Nature = nature };

    private sealed class Recorder : IMailTransport
    {
        public List<MailMessage> Sent { get; } = [];

        public string Name => "recorder";

        public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            Sent.Add(message);
            return Task.FromResult<MailOutcome>(new MailOutcome.Sent("kept"));
        }
    }
}
