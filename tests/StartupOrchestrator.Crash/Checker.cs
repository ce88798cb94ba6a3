using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Crash;

/// <summary>Compares ledger, answers, journal, totals and mails.</summary>
internal sealed class Checker(IStorage storage, Ledger ledger, string[] mails)
{
    private readonly ActorShells shells = new(ProbeActor.All, ProbeActor.Catalog);

    public async Task<string> CheckAsync(int mostTimes)
    {
        var accepted = new List<Ledger.Entry>();
        foreach (var entry in ledger.Entries.Values)
        {
            var answer = await storage.Steps.FindAnswerAsync(entry.Stream, entry.Id, TestContext.Current.CancellationToken);
            Assert.True(answer is not null || !entry.Acknowledged, $"{entry.Id} was acknowledged and is lost.");
            if (answer is not null)
            {
                accepted.Add(entry);
            }
        }

        foreach (var group in accepted.Where(e => e.Kind == "add").GroupBy(e => e.Stream))
        {
            Assert.Equal(group.Count(), await TotalAsync(group.Key));
        }

        foreach (var group in accepted.Where(e => e.Kind == "pass").GroupBy(e => e.Receiver))
        {
            Assert.Equal(group.Count(), await TotalAsync(group.Key));
        }

        foreach (var group in accepted.Where(e => e.Kind == "timer").GroupBy(e => e.Stream))
        {
            Assert.Equal(group.Count(), await TotalAsync(group.Key));
        }

        var sent = accepted.Where(e => e.Kind == "mail").Select(e => DerivedId.From(e.Stream, "mail", e.Id)).ToList();
        Assert.Empty(sent.Except(mails));
        Assert.Empty(mails.Except(sent));
        Assert.True(mails.GroupBy(m => m).All(g => g.Count() <= mostTimes));
        Assert.Empty(await storage.Deliveries.UndeliverableAsync(10, TestContext.Current.CancellationToken));
        Assert.Null(await storage.Deliveries.NextDueAsync(TestContext.Current.CancellationToken));
        var report = await new AuditVerifier(storage, shells).VerifyAsync(null, 5, TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
        return $"{ledger.Entries.Count} sent, {ledger.Acknowledged} acknowledged, {accepted.Count} in the records, {ledger.Again} times unknown or away, {mails.Length - sent.Count} mails twice, {report.Entries} entries";
    }

    private async Task<int> TotalAsync(string stream)
    {
        var stored = await storage.Steps.LoadAsync(stream, TestContext.Current.CancellationToken);
        return ((ProbeState)shells[ActorId.Parse(stream).Kind].Read(stored!.State).Inner).Total;
    }
}
