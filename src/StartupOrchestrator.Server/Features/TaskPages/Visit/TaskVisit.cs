using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Server.Features.TaskPages.Visit;

/// <summary>A visit whose link was checked: everything that the pages show, with personal values resolved.</summary>
/// <param name="Token">The token of the link, for addresses within the page.</param>
/// <param name="Task">The task.</param>
/// <param name="Person">Key of <c>person/…</c>: for whom the link was made, and in whose name it acts.</param>
/// <param name="Words">Language of the page.</param>
/// <param name="Title">What is to be done.</param>
public sealed record TaskVisit(string Token, ActorId Task, string Person, Language Words, string Title)
{
    /// <summary>The language was chosen on the page and goes along in every address.</summary>
    public bool LanguageChosen { get; init; }

    /// <summary>The study's short name.</summary>
    public string Study { get; init; } = "";

    /// <summary>The site, code and institution.</summary>
    public string? Site { get; init; }

    /// <summary>What to do.</summary>
    public string? What { get; init; }

    /// <summary>Why it matters.</summary>
    public string? Why { get; init; }

    /// <summary>Last day.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>How long it takes.</summary>
    public int? Minutes { get; init; }

    /// <summary>The person's time zone, else the task's.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Today in <see cref="Zone"/>.</summary>
    public LocalDate Today { get; init; }

    /// <summary>The questions, screen by screen.</summary>
    public ImmutableArray<ImmutableArray<FormField>> Steps { get; init; } = [];

    /// <summary>Answers kept so far.</summary>
    public IReadOnlyDictionary<string, Answer> Answers { get; init; } = ImmutableDictionary<string, Answer>.Empty;

    /// <summary>Personal values by id.</summary>
    public IReadOnlyDictionary<string, string> Personal { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Decisions offered.</summary>
    public ImmutableArray<TaskOutcome> Outcomes { get; init; } = [];

    /// <summary>Questions asked about the task.</summary>
    public ImmutableArray<VisitQuestion> Questions { get; init; } = [];

    /// <summary>Name of the visitor.</summary>
    public string? PersonName { get; init; }

    /// <summary>Says that the installation is not in production.</summary>
    public string? InstanceMark { get; init; }

    /// <summary>All questions in order.</summary>
    public IEnumerable<FormField> Fields => Steps.SelectMany(s => s);

    /// <summary>How many of the questions are answered, in words.</summary>
    public string AnsweredText => Fields.Count(f => Answers.ContainsKey(f.Name)) is var count && count == Fields.Count()
        ? Words.Count("page.all-answered", count)
        : Words.Text("page.answered-of", ("count", $"{count}"), ("all", $"{Fields.Count()}"));

    /// <summary>An address within the page, the chosen language kept.</summary>
    /// <param name="rest">For example <c>/ask</c> or <c>?step=2</c>.</param>
    public string Address(string rest = "") =>
        $"/t/{Token}{rest}{(LanguageChosen ? (rest.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + Words.Tag : "")}";

    /// <summary>A personal value; empty when it was erased.</summary>
    public string Text(PersonalRef? reference) => reference is null ? "" : Personal.GetValueOrDefault(reference.Id, "");
}

/// <summary>A question and its answer, in words.</summary>
public sealed record VisitQuestion(LocalDate Asked, string Question, LocalDate? Answered, string? Answer);

/// <summary>A link that does not open its task.</summary>
/// <param name="Words">Language of the page.</param>
/// <param name="Reason">Why, where that may be told.</param>
/// <param name="Expired">Last day of the link, where it has expired.</param>
internal sealed record DeadLink(Language Words, DeadReason Reason, LocalDate? Expired = null);

/// <summary>Why a link is dead. Only a link that was once ours is told more than <see cref="Foreign"/>.</summary>
internal enum DeadReason
{
    /// <summary>Not one of ours.</summary>
    Foreign,

    /// <summary>Past its time.</summary>
    Expired,

    /// <summary>Revoked: the task went to somebody else or a newer link was made.</summary>
    Replaced,

    /// <summary>The task is done.</summary>
    Done,

    /// <summary>The task was withdrawn.</summary>
    Cancelled,
}
