namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>What the installation is; every mail says so unless it is in production.</summary>
public enum InstanceNature
{
    /// <summary>Real studies.</summary>
    Production,

    /// <summary>For practice: only receivers on a list get mail.</summary>
    Training,

    /// <summary>A dry run on virtual time: no mail leaves.</summary>
    Rehearsal,
}
