using System.Text.Json.Serialization;

namespace StartupOrchestrator.Workflows.Execution;

/// <summary>Whether an instance can still do something.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceStatus>))]
public enum InstanceStatus
{
    /// <summary>It waits or runs.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It is over, well or not.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,
}

/// <summary>Finer status of an instance.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InstanceSubStatus>))]
public enum InstanceSubStatus
{
    /// <summary>Not started yet.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>In the middle of a burst; never seen in a stored state.</summary>
    [JsonStringEnumMemberName("executing")]
    Executing,

    /// <summary>Waiting for stimuli, or blocked.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>Cancelled, and waiting for children or compensation to end.</summary>
    [JsonStringEnumMemberName("cancelling")]
    Cancelling,

    /// <summary>Ended well.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>Cancelled and over.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Ended by a fault.</summary>
    [JsonStringEnumMemberName("faulted")]
    Faulted,
}

/// <summary>Status of one live activity.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityStatus>))]
public enum ActivityStatus
{
    /// <summary>Executing, or waiting for a bookmark or a child.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Failed and not yet retried or skipped.</summary>
    [JsonStringEnumMemberName("faulted")]
    Faulted,

    /// <summary>Ended with outcomes.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Cancelled.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
