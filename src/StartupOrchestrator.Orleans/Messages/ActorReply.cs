using System.Text.Json;
using System.Text.Json.Nodes;
using Orleans;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;

namespace StartupOrchestrator.Orleans.Messages;

/// <summary>What became of a request. What went wrong travels as a word, not as an exception of some release's type.</summary>
[GenerateSerializer, Immutable, Alias("startup.actor-reply")]
public sealed class ActorReply
{
    private const string DoneName = "done";
    private const string RefusedName = "refused";
    private const string BusyName = "busy";
    private const string UnknownName = "unknown";
    private const string FailedName = "failed";

    /// <summary>done, refused, busy, unknown or failed.</summary>
    [Id(0)]
    public string What { get; set; } = "";

    /// <summary>The actor's version afterwards.</summary>
    [Id(1)]
    public long Version { get; set; }

    /// <summary>Answer or refusal as JSON, or what went wrong in words.</summary>
    [Id(2)]
    public string? Text { get; set; }

    /// <summary>It had taken effect before.</summary>
    [Id(3)]
    public bool Repeated { get; set; }

    /// <summary>Name of the exception, where something failed.</summary>
    [Id(4)]
    public string? Failure { get; set; }

    /// <summary>Wraps a result.</summary>
    public static ActorReply Of(CommandResult result) => result switch
    {
        CommandResult.Done done => new ActorReply { What = DoneName, Version = done.Version, Text = done.Answer?.ToJsonString(DomainJson.Options), Repeated = done.Repeated },
        CommandResult.Refused refused => new ActorReply { What = RefusedName, Version = refused.Version, Text = JsonSerializer.Serialize(refused.Refusal, DomainJson.Options) },
        _ => throw new InvalidOperationException("A command is done or refused."),
    };

    /// <summary>Wraps what went wrong.</summary>
    public static ActorReply Of(Exception e) => new()
    {
        What = e switch
        {
            RuntimeBusyException => BusyName,
            OutcomeUnknownException => UnknownName,
            _ => FailedName,
        },
        Text = e.Message,
        Failure = e.GetType().Name,
    };

    /// <summary>The result, or the exception that the owner met.</summary>
    public CommandResult Read() => What switch
    {
        DoneName => new CommandResult.Done(Version, Text is null ? null : JsonNode.Parse(Text), Repeated),
        RefusedName => new CommandResult.Refused(Version, JsonSerializer.Deserialize<Refusal>(Text!, DomainJson.Options)!),
        BusyName => throw new RuntimeBusyException(Text ?? "The owner is busy."),
        UnknownName => throw new OutcomeUnknownException(Text ?? "The owner does not know the outcome."),
        FailedName => throw new ActorFailedException($"{Failure}: {Text}"),
        _ => throw new OutcomeUnknownException($"A host of another release answered '{What}'. Send the same command again."),
    };
}

/// <summary>The rules of an actor failed at its owner.</summary>
public sealed class ActorFailedException(string message) : InvalidOperationException(message);
