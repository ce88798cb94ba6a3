using System.Collections.Frozen;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Server.Access;

/// <summary>Which right a command needs at its target. A command that is in no table cannot be sent from outside.</summary>
/// <param name="Kind">Kind of its target.</param>
/// <param name="Contract">Contract name.</param>
/// <param name="Right">The right, in the scope of the target.</param>
/// <param name="Creates">It creates its target: the scope is that of the place where it will stand.</param>
public sealed record CommandPolicy(ActorKind Kind, string Contract, Right Right, bool Creates = false)
{
    private static readonly FrozenDictionary<(ActorKind, string), CommandPolicy> Open =
        StudyCommands().Concat(RecordCommands()).Concat(NegotiationCommands()).Concat(TaskCommands()).Concat(PlanCommands()).Concat(PersonCommands()).Concat(DeskCommands())
            .ToFrozenDictionary(p => (p.Kind, p.Contract));

    /// <summary>All commands that callers may send.</summary>
    public static IReadOnlyCollection<CommandPolicy> All => Open.Values;

    /// <summary>The policy of a command for a kind of target; null when callers may not send it.</summary>
    public static CommandPolicy? Find(ActorKind kind, string contract) => Open.GetValueOrDefault((kind, contract));

    private static IEnumerable<CommandPolicy> StudyCommands() =>
    [
        new(ActorKind.Study, "study.register", Right.SetUpStudies, Creates: true),
        .. Of(ActorKind.Study, Right.SetUpStudies, "study.change", "study.set-status"),
        new(ActorKind.Study, "study.set-team", Right.Assign),
        .. Of(ActorKind.Study, Right.Replan, "study.milestone", "study.freeze-baseline"),
        new(ActorKind.Study, "study.change-core-icf", Right.RecordSubmissions),
        new(ActorKind.Study, "study.correct", Right.Correct),
        new(ActorKind.StudyCountry, "country.add", Right.SetUpStudies, Creates: true),
        .. Of(ActorKind.StudyCountry, Right.RecordStartUp, "country.change", "country.advance", "country.resume", "country.milestone"),
        new(ActorKind.StudyCountry, "country.set-team", Right.Assign),
        new(ActorKind.StudyCountry, "country.freeze-baseline", Right.Replan),
        new(ActorKind.StudyCountry, "country.correct", Right.Correct),
        new(ActorKind.Site, "site.identify", Right.RecordStartUp, Creates: true),
        .. Of(ActorKind.Site, Right.RecordStartUp, "site.change", "site.advance", "site.resume", "site.milestone", "site.assign-contact", "site.replace-contact", "site.release-contact"),
        .. Of(ActorKind.Site, Right.Replan, "site.plan-dates", "site.freeze-baseline"),
        new(ActorKind.Site, "site.request-gate", Right.RequestGates),
        .. Of(ActorKind.Site, Right.ApproveGates, "site.approve-gate", "site.reject-gate"),
        new(ActorKind.Site, "site.correct", Right.Correct),
    ];

    private static IEnumerable<CommandPolicy> RecordCommands() =>
    [
        new(ActorKind.Document, "document.expect", Right.RecordStartUp, Creates: true),
        .. Of(ActorKind.Document, Right.RecordStartUp, "document.request", "document.receive", "document.start-review", "document.approve", "document.reject",
            "document.make-effective", "document.supersede", "document.expire", "document.not-applicable"),
        new(ActorKind.Document, "document.waive", Right.ApproveGates),
        new(ActorKind.Document, "document.correct", Right.Correct),
        new(ActorKind.Submission, "submission.plan", Right.RecordSubmissions, Creates: true),
        .. Of(ActorKind.Submission, Right.RecordSubmissions, "submission.compile", "submission.ready", "submission.submit", "submission.validation-passed",
            "submission.receive-rfi", "submission.rfi-progress", "submission.answer-rfi", "submission.rfi-outcome", "submission.start-assessment", "submission.decide"),
        new(ActorKind.Submission, "submission.correct", Right.Correct),
    ];

    private static IEnumerable<CommandPolicy> NegotiationCommands() =>
    [
        new(ActorKind.Contract, "contract.open", Right.RecordContracts, Creates: true),
        .. Of(ActorKind.Contract, Right.RecordContracts, "contract.send", "contract.site-comments", "contract.our-answer", "contract.request-exception", "contract.agree",
            "contract.start-signature", "contract.execute", "contract.make-effective", "contract.amend", "contract.discontinue"),
        new(ActorKind.Contract, "contract.decide-exception", Right.ApproveGates),
        new(ActorKind.Contract, "contract.correct", Right.Correct),
    ];

    private static IEnumerable<CommandPolicy> TaskCommands() =>
    [
        new(ActorKind.Task, "task.create", Right.Assign, Creates: true),
        .. Of(ActorKind.Task, Right.DoTasks, "task.start", "task.wait", "task.save-answers", "task.complete", "task.complete-on-behalf", "task.decline-not-me", "task.ask",
            "task.reply", "task.remind", "task.remind-later", "task.escalate", "task.claim", "task.release", "task.unblock"),
        .. Of(ActorKind.Task, Right.Assign, "task.delegate", "task.change-due", "task.cancel", "task.skip", "task.revoke-links"),
        new(ActorKind.Task, "task.reopen", Right.Correct),
    ];

    private static IEnumerable<CommandPolicy> PlanCommands() =>
        Of(ActorKind.Workflow, Right.UnblockPlans, "plan.cancel", "plan.retry-blocked-step", "plan.skip-blocked-step", "plan.cancel-blocked-step",
            "plan.migrate", "plan.revert-migration");

    private static IEnumerable<CommandPolicy> PersonCommands() =>
        Of(ActorKind.Person, Right.ManagePeople, "person.lock", "person.unlock", "person.set-mail-bounced", "person.deactivate", "person.reactivate");

    private static IEnumerable<CommandPolicy> DeskCommands() =>
    [
        new(ActorKind.Note, "note.write", Right.DoTasks, Creates: true),
        .. Of(ActorKind.Note, Right.DoTasks, "note.reply", "note.acknowledge", "note.withdraw"),
        new(ActorKind.SavedView, "view.save", Right.ReadRecords, Creates: true),
        .. Of(ActorKind.SavedView, Right.ReadRecords, "view.change", "view.withdraw"),
    ];

    private static IEnumerable<CommandPolicy> Of(ActorKind kind, Right right, params string[] contracts) => contracts.Select(c => new CommandPolicy(kind, c, right));
}
