namespace StartupOrchestrator.Crash;

/// <summary>What the killed processes said: kept here, outside of them and of their database.</summary>
internal sealed class Ledger
{
    /// <summary>A command that was sent.</summary>
    public sealed record Entry(string Kind, string Stream, string Id, string Receiver)
    {
        public bool Acknowledged { get; set; }
    }

    public Dictionary<string, Entry> Entries { get; } = [];

    public int Acknowledged { get; private set; }

    public void Read(string line)
    {
        // A line cut off by the kill says nothing.
        switch (line.Split(' '))
        {
            case ["try", var kind, var stream, var id, var receiver]:
                Entries[id] = new Entry(kind, stream, id, receiver);
                break;
            case ["ack", _, _, var id] when Entries.TryGetValue(id, out var entry):
                entry.Acknowledged = true;
                Acknowledged++;
                break;
        }
    }
}
