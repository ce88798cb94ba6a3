using System.Text.Json.Nodes;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Remembers which facts a live activity has seen, so that their retraction finds it.</summary>
internal static class Facts
{
    private const string Key = "$facts";

    public static void Note(ActivityInstance instance, Bookmark bookmark)
    {
        instance.Memory ??= [];
        var seen = instance.Memory.GetValueOrDefault(Key)?.DeepClone() as JsonObject ?? [];
        seen[bookmark.Id] = new JsonObject { ["name"] = bookmark.Name, ["payload"] = bookmark.Payload?.DeepClone() };
        instance.Memory[Key] = seen;
    }

    /// <summary>The live activity that saw, or still awaits, the fact of this bookmark.</summary>
    public static (ActivityInstance Instance, Bookmark Bookmark)? FindHolder(Burst burst, string bookmarkId)
    {
        foreach (var instance in burst.State.Activities)
        {
            if ((instance.Memory?.GetValueOrDefault(Key) as JsonObject)?[bookmarkId] is not JsonObject seen) continue;
            return (instance, new Bookmark(bookmarkId, instance.Id, BookmarkKinds.Fact, (string)seen["name"]!, seen["payload"]));
        }

        return null;
    }
}
