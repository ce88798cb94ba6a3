namespace StartupOrchestrator.Runtime.Storage;

/// <summary>Targets of outbox rows that are not actors.</summary>
public static class OutboxTargets
{
    /// <summary>Payload is a <see cref="Domain.Actors.Effects.SendMail"/>.</summary>
    public const string Mail = "mail";

    /// <summary>Payload is a <see cref="Domain.Actors.Effects.SendInvitation"/>.</summary>
    public const string Calendar = "calendar";

    /// <summary>Payload is a <see cref="Domain.Actors.Effects.CallOut"/>.</summary>
    public const string Http = "http";

    /// <summary>Payload names a published event or a bookmark to be matched.</summary>
    public const string Events = "events";
}
