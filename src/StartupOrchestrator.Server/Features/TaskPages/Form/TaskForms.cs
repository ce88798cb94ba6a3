namespace StartupOrchestrator.Server.Features.TaskPages.Form;

/// <summary>Names of posted fields.</summary>
internal static class TaskForms
{
    /// <summary>Stands before the names of a plan's fields, so that none can be mistaken for ours.</summary>
    public const string Prefix = "a.";

    /// <summary>Name of the showing of the form.</summary>
    public const string Id = "id";

    /// <summary>The decision.</summary>
    public const string Outcome = "outcome";

    /// <summary>A question, or a colleague.</summary>
    public const string Text = "text";

    /// <summary>Day of the reminder.</summary>
    public const string Day = "day";

    /// <summary>Value of <see cref="Day"/>: the day is in <see cref="OtherDate"/>.</summary>
    public const string OtherDay = "other";

    /// <summary>Another day.</summary>
    public const string OtherDate = "date";
}
