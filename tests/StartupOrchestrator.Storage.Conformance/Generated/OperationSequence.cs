using System.Text;
using System.Text.Json;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Conformance.Generated;

/// <summary>A random but repeatable use of a database; what it observes must not depend on which one it is.</summary>
public sealed class OperationSequence(IStorage storage, int seed)
{
    private static readonly string[] Streams = ["site/a", "site/b", "task/c", "study/d"];
    private static readonly string[] Names = ["account:x", "account:y"];
    private readonly Random random = new(seed);
    private readonly StringBuilder seen = new();
    private readonly List<StepCommit> sent = [];
    private readonly Dictionary<string, StoredState> known = [];
    private int number;

    public async Task<string> RunAsync(int operations, CancellationToken cancellationToken)
    {
        for (var i = 0; i < operations; i++)
        {
            await OperateAsync(cancellationToken);
        }

        await LookAsync(cancellationToken);
        return seen.ToString();
    }

    private async Task OperateAsync(CancellationToken cancellationToken)
    {
        switch (random.Next(10))
        {
            case < 6:
                var steps = Streams.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(Step).ToArray();
                await CommitAsync(Independent(steps), cancellationToken);
                break;
            case 6 when sent.Count > 0:
                var again = sent[random.Next(sent.Count)];
                await CommitAsync([random.Next(3) == 0 ? again with { BodyHash = "another" } : again], cancellationToken);
                break;
            case 7:
                var now = Steps.Start + Duration.FromMinutes(random.Next(60));
                var taken = await storage.Deliveries.TakeMessagesAsync(now, Duration.FromMinutes(random.Next(3)), 3, cancellationToken);
                Note("took", string.Join(' ', taken.Select(t => $"{t.Id}@{t.Attempts}")));
                foreach (var message in taken)
                {
                    await SettleAsync(message, now, cancellationToken);
                }

                break;
            case 8:
                var due = await storage.Deliveries.TakeTimersAsync(Steps.Start + Duration.FromMinutes(random.Next(60)), Duration.FromMinutes(random.Next(5)), 2, cancellationToken);
                Note("timers", string.Join(' ', due.Select(t => $"{t.Stream}:{t.Timer.Key}:{t.Timer.Generation}")));
                break;
            default:
                var stream = Streams[random.Next(Streams.Length)];
                var state = await storage.Steps.LoadAsync(stream, cancellationToken);
                Note("load", $"{stream} {state}");
                break;
        }
    }

    /// <summary>Steps of one commit must not rely on each other; the committer sees to that, so this does too.</summary>
    private static StepCommit[] Independent(StepCommit[] steps) =>
        steps.Length == 1 || steps.Any(s => s.Evidence.Any(e => steps.Any(o => o.Stream == e.Stream))) || steps.SelectMany(s => s.Claimed.Concat(s.Released)).GroupBy(n => n).Any(g => g.Count() > 1)
            ? steps[..1]
            : steps;

    private StepCommit Step(string stream)
    {
        var state = known.GetValueOrDefault(stream);
        var version = random.Next(6) == 0 ? random.Next(3) : state?.Version ?? 0;
        var id = $"c{number++}";
        var step = Steps.New(stream, version, id, state?.Head ?? "", random.Next(1, 4), id);
        var view = Steps.View($"{stream[^1]}{number}", random.Next(2) == 0 ? "open" : "done", $"s{random.Next(2)}", random.Next(2) == 0 ? new LocalDate(2026, 3, 1 + random.Next(20)) : null, "Karolinska 100%");
        return step with
        {
            Audit = random.Next(3) == 0 ? null : Steps.Audit(step),
            View = random.Next(5) == 0 ? null : view,
            Outbox = [.. Enumerable.Range(0, random.Next(3)).Select(i => Steps.Message($"{id}-{i}", Streams[random.Next(2)], (step.Version * 10) + i, Steps.Start + Duration.FromMinutes(random.Next(40))))],
            Timers = random.Next(3) == 0 ? [new TimerRow($"t{random.Next(2)}", step.Version, Steps.Start + Duration.FromMinutes(random.Next(60)), "{}")] : [],
            ClearedTimers = random.Next(6) == 0 ? ["t2"] : [],
            Bookmarks = random.Next(4) == 0 ? [new EventBookmark($"b{random.Next(2)}", "ready", random.Next(2) == 0 ? null : "k") { Since = Steps.Start }] : [],
            ClearedBookmarks = random.Next(6) == 0 ? ["b3"] : [],
            Published = random.Next(4) == 0 ? [new PublishedEvent($"e{id}", "ready", random.Next(2) == 0 ? null : "k", "1", Steps.Start + Duration.FromMinutes(1))] : [],
            Claimed = random.Next(4) == 0 ? [Names[random.Next(2)]] : [],
            Released = random.Next(9) == 0 ? ["account:z"] : [],
            Personal = random.Next(4) == 0 ? [new SealedValue(new PersonalRef($"p{id}", "h"), "n", $"value {id}", random.Next(2) == 0 ? null : "person/x")] : [],
            Evidence = random.Next(5) == 0 ? [.. Streams.Where(s => s != stream).Take(1).Select(s => (s, random.Next(4) == 0 ? 99 : known.GetValueOrDefault(s)?.Version ?? 0))] : [],
        };
    }

    private async Task CommitAsync(StepCommit[] steps, CancellationToken cancellationToken)
    {
        var outcomes = await storage.Steps.CommitAsync(steps, cancellationToken);
        for (var i = 0; i < steps.Length; i++)
        {
            Note($"commit {steps[i].Stream} {steps[i].CommandId}@{steps[i].ExpectedVersion}", outcomes[i].ToString());
            if (outcomes[i] is CommitOutcome.Committed)
            {
                sent.Add(steps[i]);
                known[steps[i].Stream] = new StoredState(steps[i].Version, steps[i].State, steps[i].Head);
            }
        }
    }

    private async Task SettleAsync(PendingMessage message, Instant now, CancellationToken cancellationToken)
    {
        switch (random.Next(4))
        {
            case 0:
                await storage.Deliveries.CompleteAsync(message.Id, cancellationToken);
                break;
            case 1:
                await storage.Deliveries.PostponeAsync(message.Id, now + Duration.FromMinutes(1), "later", giveUp: false, cancellationToken);
                break;
            case 2:
                await storage.Deliveries.PostponeAsync(message.Id, now, "never", giveUp: true, cancellationToken);
                break;
            default:
                var stream = Streams[random.Next(Streams.Length)];
                var state = known.GetValueOrDefault(stream);
                await CommitAsync([Steps.New(stream, state?.Version ?? 0, message.Id, state?.Head ?? "") with { ConsumedOutboxId = message.Id }], cancellationToken);
                break;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await foreach (var stream in storage.Journal.StreamsAsync(cancellationToken))
        {
            await foreach (var entry in storage.Journal.ReadStreamAsync(stream, 1, cancellationToken))
            {
                Note(stream, entry.ToString());
                Assert.Equal(HashChain.Of(stream, entry), entry.Hash);
            }

            Note("view", Json(await storage.Records.ViewAsync(stream, cancellationToken)));
            Note("audit", string.Join(' ', await storage.Records.AuditAsync(stream, cancellationToken)));
        }

        await foreach (var state in storage.Records.StatesAsync(cancellationToken))
        {
            Note("state", state.ToString());
        }

        foreach (var sort in (string[])["code", "-code", "due", "-status", "doc.city"])
        {
            var query = new ViewQuery(ActorKind.Site, new ViewScope(false, [new ScopePart(null, "s0", null, null), new ScopePart(null, "s1", null, null)])) { Sort = sort, Limit = 1, Search = "karo 0%" };
            var page = await storage.Views.QueryAsync(query, cancellationToken);
            var next = page.Next is null ? null : await storage.Views.QueryAsync(query with { Cursor = page.Next }, cancellationToken);
            Note(sort, Json(page) + Json(next));
        }

        var all = new ViewQuery(ActorKind.Site, ViewScope.All) { DueBy = new LocalDate(2026, 3, 10), Where = new Dictionary<string, IReadOnlyList<string>> { ["status"] = ["open", "done"], ["doc.total"] = ["2", "3"] } };
        Note("due", Json(await storage.Views.QueryAsync(all, cancellationToken)));
        Note("count", Json((await storage.Views.CountByAsync(all, "study", cancellationToken)).OrderBy(c => c.Key)));
        Note("facts", Json(await storage.Journal.AuditAsync(new AuditQuery(null, "person/anna", ActorKind.Site, Steps.Start, null, "s1", 5, null), cancellationToken)));
        Note("dead", Json(await storage.Deliveries.UndeliverableAsync(10, cancellationToken)));
        Note("next", $"{await storage.Deliveries.NextDueAsync(cancellationToken)}");
        Note("pair", Json(await storage.Deliveries.PendingAsync("site/a", "site/b", 10, cancellationToken)));
        Note("waiters", Json(await storage.Deliveries.WaitersAsync(new PublishedEvent("e", "ready", "k", null, Steps.Start), cancellationToken)));
        Note("published", Json(await storage.Deliveries.PublishedForAsync(new EventBookmark("b", "ready", "k") { Since = Steps.Start }, cancellationToken)));
        Note("erased", $"{await storage.Personal.EraseAsync("person/x", cancellationToken)}");
        Note("personal", Json((await storage.Personal.ReadAsync([.. Enumerable.Range(0, number).Select(i => $"pc{i}")], cancellationToken)).OrderBy(p => p.Key, StringComparer.Ordinal)));
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value, Domain.Persistence.DomainJson.Options);

    private void Note(string what, string result) => seen.Append(what).Append(": ").AppendLine(result);
}
