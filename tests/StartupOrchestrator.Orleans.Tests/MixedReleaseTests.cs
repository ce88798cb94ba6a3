using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Orleans.Messages;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Testing.Actors;
using static StartupOrchestrator.Testing.RuntimeFixture;

namespace StartupOrchestrator.Orleans.Tests;

/// <summary>What hosts of two releases say to each other during a rolling upgrade.</summary>
public sealed class MixedReleaseTests
{
    private readonly Serializer serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Request_comes_over_whole_without_names_of_types()
    {
        var envelope = new Envelope("id", Probe("a"), new Add(5), new Origin("person/anna") { OnBehalfOf = "person/ben" }) { ExpectedVersion = 7, Personal = [new SealedValue(new PersonalRef("r", "h"), "n", "v", "person/anna")] };
        var bytes = serializer.SerializeToArray(new ActorRequest(new Delivery(envelope, "box", new FiredTimer("t", 3)), ProbeActor.Catalog));
        var read = serializer.Deserialize<ActorRequest>(bytes)!.Read(ProbeActor.Catalog);

        Assert.Equal(envelope with { Personal = [] }, read.Envelope with { Personal = [] });
        Assert.Equal(envelope.Personal, read.Envelope.Personal);
        Assert.Equal(("box", new FiredTimer("t", 3)), (read.OutboxId, read.Timer));
        Assert.DoesNotContain("StartupOrchestrator", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Reply_with_more_than_this_release_knows_is_understood()
    {
        // Only the members matter to the serializer: a value of the expected type bears no name.
        var bytes = serializer.SerializeToArray(new NextReply { What = "done", Version = 4, Text = "\"x\"", Extra = "new" });
        var read = Assert.IsType<CommandResult.Done>(serializer.Deserialize<ActorReply>(bytes)!.Read());
        Assert.Equal((4, "x"), (read.Version, read.Answer!.GetValue<string>()));
    }

    [Fact]
    public void Word_that_this_release_does_not_know_is_an_unknown_outcome() =>
        Assert.Throws<OutcomeUnknownException>(() => new ActorReply { What = "deferred" }.Read());

    [GenerateSerializer, Alias("startup.actor-reply-next")]
    internal sealed class NextReply
    {
        [Id(0)]
        public string What { get; set; } = "";

        [Id(1)]
        public long Version { get; set; }

        [Id(2)]
        public string? Text { get; set; }

        [Id(9)]
        public string? Extra { get; set; }
    }
}
