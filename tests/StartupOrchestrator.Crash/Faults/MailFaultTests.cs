using StartupOrchestrator.Correspondence.Tests.Mail;
using StartupOrchestrator.Storage.Conformance.Engines;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Crash.Faults;

/// <summary>
/// Mails of a process that is killed in the middle of sending reach a real mail server: none is lost, and one that leaves
/// twice does so under the same Message-ID, by which its reader's server knows it.
/// </summary>
public sealed class MailFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Mails_of_a_killed_process_reach_the_mail_server_each_under_one_name()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        using var post = RealServer.Start();
        var server = await PostgreSqlServer.StartAsync("");
        using var scene = new FaultScene(server.ConnectionString(await server.CreateEmptyAsync()), output, post);
        var rounds = LongForm.Count(FaultScene.Few, full: 50);
        for (var round = 0; round < rounds; round++)
        {
            using var victim = scene.Start($"r{round}");
            await scene.Ledger.MoreAsync(scene.Random.Next(50, 400), FaultScene.Patience);
            await victim.KillAsync();
        }

        await scene.CheckAsync(mostMails: rounds + 1);
        server.Stop();
    }
}
