namespace StartupOrchestrator.Domain.Actors;

/// <summary>What an actor is. The lower-case name is the first part of its stream's name and never changes.</summary>
public enum ActorKind
{
    /// <summary>One clinical trial.</summary>
    Study,

    /// <summary>A country in one study.</summary>
    StudyCountry,

    /// <summary>An institution with its principal investigator in one study.</summary>
    Site,

    /// <summary>One expected document of a study, country, site or person, with its versions.</summary>
    Document,

    /// <summary>An application to an authority or ethics committee, with its requests for information.</summary>
    Submission,

    /// <summary>A site's contract and site budget: two linked tracks.</summary>
    Contract,

    /// <summary>Something one person or role must do by a date.</summary>
    Task,

    /// <summary>A member of staff or a site contact, with account, grants and tokens.</summary>
    Person,

    /// <summary>A running plan: an instance of a published definition.</summary>
    Workflow,

    /// <summary>A workflow definition with its versions.</summary>
    Definition,

    /// <summary>Work on many actors: an import, a bulk edit, the start of a study.</summary>
    Process,

    /// <summary>Settings of the whole installation; one per database, key <c>settings</c>.</summary>
    Organisation,

    /// <summary>What starts plans of one definition by itself: times, named events, calls from outside. Its key is the definition's.</summary>
    Trigger,

    /// <summary>A note of colleagues with its answers.</summary>
    Note,

    /// <summary>A named state of a list: sort, filters, groups.</summary>
    SavedView,

    /// <summary>A mail that left, or should have.</summary>
    Letter,
}
