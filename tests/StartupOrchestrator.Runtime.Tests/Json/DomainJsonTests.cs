using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Testing.Actors;

namespace StartupOrchestrator.Runtime.Tests.Json;

public sealed class DomainJsonTests
{
    private sealed record Sample(
        Instant At, LocalDate On, LocalTime? Time, Period For, ActorKind Kind, ActorId Id, ImmutableArray<int> List, ImmutableDictionary<LocalDate, string> Days, string? Note = null);

    [Fact]
    public void Values_written_and_read_are_equal_and_look_as_promised()
    {
        var sample = new Sample(
            Instant.FromUtc(2026, 3, 12, 8, 15), new LocalDate(2026, 3, 12), new LocalTime(9, 30), Period.FromDays(3), ActorKind.StudyCountry,
            new ActorId(ActorKind.Site, "a1"), [1, 2], ImmutableDictionary<LocalDate, string>.Empty.Add(new LocalDate(2026, 1, 2), "x"));
        var text = JsonSerializer.Serialize(sample, DomainJson.Options);
        Assert.Equal(
            """{"at":"2026-03-12T08:15:00Z","on":"2026-03-12","time":"09:30:00","for":"P3D","kind":"study-country","id":"site/a1","list":[1,2],"days":{"2026-01-02":"x"}}""",
            text);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<Sample>(text, DomainJson.Options), DomainJson.Options));
    }

    [Theory]
    [InlineData("""{"type":"probe.describe","v":1,"data":{}}""")]
    [InlineData("""{"type":"probe.describe","v":1,"data":{"status":null}}""")]
    [InlineData("""{"type":"probe.add","v":1,"data":{}}""")]
    [InlineData("""{"type":"probe.add","v":1,"data":{"amount":"x"}}""")]
    public void Command_without_a_member_it_needs_is_an_error(string json) =>
        Assert.Throws<JsonException>(() => ProbeActor.Catalog.Read<Command>(JsonNode.Parse(json)!));

    [Theory]
    [InlineData("""{"type":"probe.added","v":1,"data":{"amount":1}}""")]
    [InlineData("""{"type":"System.Object","v":1,"data":{}}""")]
    [InlineData("""{"type":"probe.add","v":2,"data":{"amount":1}}""")]
    public void Contract_that_is_unknown_newer_or_of_another_sort_is_an_error(string json) =>
        Assert.Throws<ContractException>(() => ProbeActor.Catalog.Read<Command>(JsonNode.Parse(json)!));

    [Fact]
    public void Command_written_as_contract_reads_back_equal()
    {
        Command command = new PlanAdd("k", Instant.FromUtc(2026, 1, 1, 0, 0), 7);
        Assert.Equal(command, ProbeActor.Catalog.Read<Command>(ProbeActor.Catalog.Write(command)));
        Assert.Equal("""{"type":"probe.set-timer","v":1,"data":{"key":"k","due":"2026-01-01T00:00:00Z","amount":7}}""", ProbeActor.Catalog.Write(command).ToJsonString());
    }

    [Fact]
    public void Event_of_an_older_version_is_lifted()
    {
        var catalog = ContractCatalog.From([typeof(Renamed)], [new FromName()]);
        Assert.Equal(new Renamed("anna"), catalog.Read<Event>("test.renamed", 1, JsonNode.Parse("""{"oldName":"anna"}""")));
    }

    [Fact]
    public void Event_without_contract_is_refused() =>
        Assert.Contains("[Contract]", Assert.Throws<ContractException>(() => ContractCatalog.From([typeof(Bare)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Contract_given_twice_is_refused() =>
        Assert.Contains("share", Assert.Throws<ContractException>(() => ContractCatalog.From([typeof(Renamed), typeof(RenamedToo)])).Message, StringComparison.Ordinal);

    private sealed record Bare : Event;

    [Contract("test.renamed")]
    private sealed record RenamedToo : Event;

    [Contract("test.renamed", Version = 2)]
    private sealed record Renamed(string Name) : Event;

    private sealed class FromName : IUpcaster
    {
        public string Contract => "test.renamed";

        public int FromVersion => 1;

        public JsonObject Lift(JsonObject data) => new() { ["name"] = data["oldName"]!.DeepClone() };
    }
}
