using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>What a stream's journal says: checks each link of the chain and folds the events, never deciding anything again.</summary>
internal sealed class StreamFold(ActorShells shells, string stream)
{
    private readonly ActorId id = ActorId.Parse(stream);

    public ActorShell Shell => shells[id.Kind];

    public long Version { get; private set; }

    public string Head { get; private set; } = HashChain.Start;

    public ShellState State { get; private set; } = shells[ActorId.Parse(stream).Kind].Empty;

    public ViewRow? View => State.Exists ? Shell.Type.View(id, State.Inner) : null;

    /// <summary>Takes the next entry.</summary>
    /// <returns>What does not fit; null when all does.</returns>
    public RecordFault? Take(JournalEntry entry)
    {
        var expected = Version + 1;
        if (entry.Version != expected)
        {
            return new RecordFault(stream, expected, "version", $"entry {expected} is missing; the next one is {entry.Version}");
        }

        if (entry.PreviousHash != Head)
        {
            return new RecordFault(stream, expected, "previousHash", "it does not continue the entry before");
        }

        if (HashChain.Of(stream, entry) != entry.Hash)
        {
            return new RecordFault(stream, expected, "hash", "the entry was changed after it was written");
        }

        Event e;
        try
        {
            e = Shell.Catalog.ReadText<Event>(entry.Type, entry.TypeVersion, entry.Data);
        }
        catch (Exception problem) when (problem is ContractException or System.Text.Json.JsonException)
        {
            return new RecordFault(stream, expected, "data", $"the event '{entry.Type}' cannot be read: {problem.Message}");
        }

        State = Shell.Apply(State, e, entry.Version);
        Version = entry.Version;
        Head = entry.Hash;
        return null;
    }
}

/// <summary>Something in the records that does not fit.</summary>
/// <param name="Stream">Where.</param>
/// <param name="Version">At which entry; 0 when the whole stream is meant.</param>
/// <param name="Field">Which field or part.</param>
/// <param name="Problem">What is wrong, in words.</param>
public sealed record RecordFault(string Stream, long Version, string Field, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Stream}, entry {Version}, {Field}: {Problem}";
}
