using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>A row of the table <c>outbox</c>.</summary>
internal sealed record SqlMessageRow(string Id, string Source, string Target, long Seq, string Payload, string Due, long Attempts, string? Error, long Pos)
{
    public PendingMessage ToMessage() => new(Id, Source, Target, Seq, Payload, StoreTime.Parse(Due), (int)Attempts, Error);
}

/// <summary>A row of the table <c>timers</c>.</summary>
internal sealed record SqlTimerRow(string Stream, string Key, long Generation, string Due, string Command)
{
    public TimerRow ToTimer() => new(Key, Generation, StoreTime.Parse(Due), Command);
}

/// <summary>A row of the table <c>events</c>.</summary>
internal sealed record SqlEventRow(string Id, string Name, string? Correlation, string? Payload, string At)
{
    public PublishedEvent ToEvent() => new(Id, Name, Correlation, Payload, StoreTime.Parse(At));
}

/// <summary>A row of the table <c>bookmarks</c>.</summary>
internal sealed record SqlBookmarkRow(string Bookmark, string Name, string? Correlation, string Since)
{
    public EventBookmark ToBookmark() => new(Bookmark, Name, Correlation) { Since = StoreTime.Parse(Since) };
}
