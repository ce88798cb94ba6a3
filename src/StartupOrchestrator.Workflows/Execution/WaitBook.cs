using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Registers and removes what activities wait for, and orders the effects that belong to it.</summary>
internal sealed class WaitBook(Burst burst)
{
    private List<Bookmark> All => burst.State.Bookmarks;

    public bool HasAny(ActivityInstance instance)
    {
        foreach (var bookmark in All)
            if (bookmark.ActivityInstanceId == instance.Id) return true;
        return false;
    }

    public Bookmark? Find(string id) => All.Find(b => b.Id == id);

    public Bookmark? Find(ActivityInstance instance, string name) => All.Find(b => b.ActivityInstanceId == instance.Id && b.Name == name);

    /// <summary>Adds a bookmark without an effect of its own.</summary>
    public Bookmark Add(ActivityInstance instance, string kind, string name, JsonNode? payload, Wait? wait = null)
    {
        // The number is never used again, so a late answer to an old wait cannot hit a new one.
        var bookmark = new Bookmark($"{burst.State.Id}/{instance.Id}.{burst.NextId()}", instance.Id, kind, name, payload, wait);
        All.Add(bookmark);
        burst.Fact(FactKinds.WaitStarted, instance, new JsonObject { ["bookmark"] = bookmark.Id, ["kind"] = kind });
        return bookmark;
    }

    public Bookmark Register(ActivityInstance instance, string kind, string name, JsonNode? payload, Wait? wait)
    {
        var bookmark = Add(instance, kind, name, payload, wait);
        burst.Effects.Add(new RegisterBookmark(bookmark.Id, kind, payload, burst.State.CorrelationId, wait));
        return bookmark;
    }

    public Bookmark Timer(ActivityInstance instance, string kind, string name, Instant due, Wait? wait = null)
    {
        var bookmark = Add(instance, kind, name, new JsonObject { ["due"] = InstantPattern.ExtendedIso.Format(due) }, wait);
        burst.Effects.Add(new StartTimer(bookmark.Id, due));
        return bookmark;
    }

    public Bookmark Timer(ActivityInstance instance, string name, LocalDateTime due, DateTimeZone zone, Wait? wait)
    {
        var text = LocalDateTimePattern.ExtendedIso.Format(due);
        var bookmark = Add(instance, BookmarkKinds.Timer, name, new JsonObject { ["dueLocal"] = text, ["zone"] = zone.Id }, wait);
        burst.Effects.Add(new StartTimer(bookmark.Id, null, due, zone.Id));
        return bookmark;
    }

    /// <summary>Takes a bookmark out because its stimulus came; nothing has to be told to anybody.</summary>
    public void End(Bookmark bookmark)
    {
        All.Remove(bookmark);
        burst.Fact(FactKinds.WaitEnded, burst.Find(bookmark.ActivityInstanceId), new JsonObject { ["bookmark"] = bookmark.Id, ["kind"] = bookmark.Kind });
    }

    public void Remove(Bookmark bookmark)
    {
        All.Remove(bookmark);
        burst.Effects.Add(bookmark.Kind switch
        {
            BookmarkKinds.Timer or BookmarkKinds.Retry => new CancelTimer(bookmark.Id),
            BookmarkKinds.Child => new CancelChild((string)bookmark.Payload!["instanceId"]!),
            BookmarkKinds.Fact => new ForgetFact((string)bookmark.Payload!["actor"]!, (string)bookmark.Payload!["fact"]!, bookmark.Id),
            _ => new RemoveBookmark(bookmark.Id, bookmark.Kind),
        });
    }

    public void RemoveAll(ActivityInstance instance)
    {
        for (var i = All.Count - 1; i >= 0; i--)
            if (All[i].ActivityInstanceId == instance.Id) Remove(All[i]);
    }
}
