using NodaTime;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>What a link to a task's page is worth.</summary>
public enum LinkStanding
{
    /// <summary>Opens the task.</summary>
    Opens,

    /// <summary>Not one of this task's.</summary>
    Unknown,

    /// <summary>Past its time.</summary>
    Expired,

    /// <summary>The task went to somebody else, or a person took the link back.</summary>
    Revoked,

    /// <summary>The task is done.</summary>
    TaskDone,

    /// <summary>The task was cancelled or skipped.</summary>
    TaskWithdrawn,
}

/// <summary>Judges links. Opening one changes nothing; a link works many times until the task has ended.</summary>
public static class LinkRules
{
    /// <summary>What the link with this hash is worth at a moment, and for whom it was made.</summary>
    public static (LinkStanding Standing, TaskPageLink? Link) Judge(TaskState state, string hash, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Links.FirstOrDefault(l => string.Equals(l.Hash, hash, StringComparison.Ordinal)) is not { } link)
        {
            return (LinkStanding.Unknown, null);
        }

        var standing = link.Revoked ? LinkStanding.Revoked : state.Status switch
        {
            StartupTaskStatus.Done => LinkStanding.TaskDone,
            StartupTaskStatus.Cancelled or StartupTaskStatus.Skipped => LinkStanding.TaskWithdrawn,
            StartupTaskStatus.Blocked or StartupTaskStatus.Open or StartupTaskStatus.InProgress or StartupTaskStatus.Waiting =>
                now >= link.Expires ? LinkStanding.Expired : LinkStanding.Opens,
        };
        return (standing, link);
    }
}
