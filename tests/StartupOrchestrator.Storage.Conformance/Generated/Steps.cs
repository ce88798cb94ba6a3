using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Conformance.Generated;

/// <summary>Makes steps for tests of databases: a valid chain, and whatever the test adds.</summary>
public static class Steps
{
    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 12, 8, 0);

    public static StepCommit New(string stream, long expected, string commandId, string head = "", int events = 1, string body = "body")
    {
        var previous = head.Length == 0 ? HashChain.Start : head;
        var entries = new List<JournalEntry>();
        for (var i = 1; i <= events; i++)
        {
            var at = Start + Duration.FromSeconds(expected + i) + Duration.FromNanoseconds(7);
            var entry = HashChain.Seal(stream, new JournalEntry(
                expected + i, "probe.added", 1, at, at, "person/anna", commandId, "", $$"""{"amount":{{i}},"note":"Zoë ☃"}""", previous, ""));
            entries.Add(entry);
            previous = entry.Hash;
        }

        return new StepCommit(stream, expected, $$$"""{"innerVersion":{{{expected + events}}},"state":{"by":"{{{commandId}}}"}}""", commandId, $"hash-of-{body}")
        {
            Answer = $$"""{"answer":"{{commandId}}"}""",
            Journal = [.. entries],
        };
    }

    public static ViewRow View(string code, string status, string? study = null, LocalDate? due = null, string? title = null) => new()
    {
        Status = status,
        Code = code,
        Study = study,
        Due = due,
        Title = title,
        Doc = new JsonObject { ["total"] = code.Length, ["city"] = $"Göteborg {code}" },
    };

    public static AuditFact Audit(StepCommit step) =>
        new(step.Version, step.Journal[^1].RecordedAt, "person/anna", null, null, "probe.add", "", $$"""[{"field":"x","new":{{step.Version}}}]""");

    public static OutboxRow Message(string id, string target, long sequence, Instant? due = null) => new(id, target, sequence, $$"""{"m":"{{id}}"}""") { Due = due ?? Start };
}
