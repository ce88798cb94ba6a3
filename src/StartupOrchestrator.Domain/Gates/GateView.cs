using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Gates;

/// <summary>A site with everything that one of its gates looks at, on one day.</summary>
internal sealed class GateView(SiteState site, Gate gate, IReadOnlyDictionary<ActorId, Evidence> evidence, LocalDate today)
{
    public IEnumerable<ConditionResult> Look(GateCondition c) => c.Kind switch
    {
        ConditionKind.DocumentsRequired => Each<DocumentState>(c, ActorKind.Document, Document),
        ConditionKind.DocumentApproved => [Any<DocumentState>(c, ActorKind.Document, d => c.Values.OrEmpty().Contains(d.Type), d => d.SatisfiesOn(today), d => Detail(d))],
        ConditionKind.SubmissionApproved => [Submission(c)],
        ConditionKind.SubmissionsRequired => Each<SubmissionState>(c, ActorKind.Submission, s => (s.CoversOn(Key, today), Standing(s), s.Title ?? s.Body, null)),
        ConditionKind.VersionsCovered => Versions(c),
        ConditionKind.ContractExecuted => [Any<ContractState>(c, ActorKind.Contract, _ => true, s => s.InForce, s => (StatusName.Of(s.Status), s.File?.Sha256))],
        ConditionKind.MilestoneReached => [Milestone(c)],
        ConditionKind.CountryStatus => [Single(c, Country is { } k && c.Values.OrEmpty().Contains(StatusName.Of(k.Status)), Country is { } s ? StatusName.Of(s.Status) : null, Seen(site.Scope.CountryActor))],
        ConditionKind.SiteStatus => [Single(c, c.Values.OrEmpty().Contains(StatusName.Of(site.Status)), StatusName.Of(site.Status), [])],
        ConditionKind.TasksRequired => Each<TaskState>(c, ActorKind.Task, t => (t.Status is StartupTaskStatus.Done or StartupTaskStatus.Skipped, StatusName.Of(t.Status), t.Given?.Title, null)),
        ConditionKind.ContactAssigned => [Single(c, c.Values.OrEmpty().Any(r => site.Holders(r).Any()), null, [])],
        ConditionKind.GateApproved => [Approved(c)],
    };

    private string Key => site.Scope.Site ?? "";

    private CountryState? Country => State<CountryState>(site.Scope.CountryActor);

    private TState? State<TState>(ActorId? id)
        where TState : class => id is { } key ? evidence.GetValueOrDefault(key)?.State as TState : null;

    private ImmutableArray<GateEvidence> Seen(ActorId? id, string? detail = null, string? sha256 = null) =>
        id is { } key && evidence.TryGetValue(key, out var found) ? [new GateEvidence(key, found.Version, detail, sha256)] : [];

    private static ConditionResult Single(GateCondition c, bool met, string? found, ImmutableArray<GateEvidence> seen) =>
        new(c.Code, c.Text, c.Owner, met, c.MayBeExcepted, found) { Evidence = seen };

    /// <summary>One result for each registered child that the gate asks for; one that is met when there is none.</summary>
    private IEnumerable<ConditionResult> Each<TState>(GateCondition c, ActorKind kind, Func<TState, (bool Met, string? Found, string? Title, string? Sha256)> look)
        where TState : class
    {
        var asked = site.Register.Where(r => r.Child.Kind == kind && r.RequiredFor.Contains(gate)).ToArray();
        if (asked.Length == 0)
        {
            yield return Single(c, true, null, []);
        }

        foreach (var child in asked)
        {
            var (met, found, title, sha256) = State<TState>(child.Child) is { } state ? look(state) : (false, "not there yet", null, null);
            yield return new ConditionResult($"{c.Code}/{child.Child.Key}", title ?? $"{c.Text} ({child.Role})", c.Owner, met, c.MayBeExcepted, found)
            {
                Evidence = Seen(child.Child, found, sha256),
            };
        }
    }

    private ConditionResult Any<TState>(GateCondition c, ActorKind kind, Func<TState, bool> which, Func<TState, bool> good, Func<TState, (string Detail, string? Sha256)> detail)
        where TState : class
    {
        var all = Children<TState>(kind).Where(x => which(x.State)).ToArray();
        var met = all.Where(x => good(x.State)).ToArray();
        return Single(
            c, met.Length > 0, met.Length > 0 ? null : all.Length == 0 ? "not there yet" : string.Join(", ", all.Select(x => detail(x.State).Detail).Distinct()),
            [.. met.SelectMany(x => Seen(x.Id, detail(x.State).Detail, detail(x.State).Sha256))]);
    }

    private IEnumerable<(ActorId Id, TState State)> Children<TState>(ActorKind kind)
        where TState : class =>
        site.Register.Where(r => r.Child.Kind == kind).Select(r => (r.Child, State: State<TState>(r.Child))).Where(x => x.State is not null).Select(x => (x.Child, x.State!));

    private (bool Met, string? Found, string? Title, string? Sha256) Document(DocumentState d) =>
        (d.SatisfiesOn(today), Detail(d).Detail, d.Title, d.Counting?.File.Sha256);

    private (string Detail, string? Sha256) Detail(DocumentState d) => d.Counting is { } v
        ? (v.ValidUntil < today ? $"expired on {DateRules.Text(v.ValidUntil.Value)}" : $"version {v.Label ?? v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", v.File.Sha256)
        : (StatusName.Of(d.Status), null);

    private string Standing(SubmissionState s) =>
        s.Decision is not { } decision ? StatusName.Of(s.Status)
        : s.Favourable && !s.CoversOn(Key, today) ? "does not name this site, or has ended"
        : StatusName.Of(decision);

    private ConditionResult Submission(GateCondition c)
    {
        var looked = Any<SubmissionState>(c, ActorKind.Submission, s => c.Values.OrEmpty().Contains(StatusName.Of(s.Type)), s => s.CoversOn(Key, today), s => (Standing(s), null));
        var registered = Children<SubmissionState>(ActorKind.Submission).Any(s => c.Values.OrEmpty().Contains(StatusName.Of(s.State.Type)));

        // Where the product keeps the submission, its decision counts; a milestone stands for one that is kept elsewhere.
        return looked.Met || registered ? looked : Milestone(c);
    }

    private ConditionResult Milestone(GateCondition c)
    {
        (ActorId? Id, MilestoneBook? Book)[] books =
        [
            (null, site.Milestones), (site.Scope.CountryActor, Country?.Milestones), (site.Scope.StudyActor, State<StudyState>(site.Scope.StudyActor)?.Milestones),
        ];
        foreach (var (id, book) in books)
        {
            foreach (var code in c.Values.OrEmpty())
            {
                if (book?[code].Actual is { } on)
                {
                    return Single(c, true, $"{code} on {DateRules.Text(on)}", Seen(id, code));
                }
            }
        }

        return Single(c, false, null, []);
    }

    // An approval holds as long as the exceptions do on which it rests.
    private ConditionResult Approved(GateCondition c)
    {
        var gates = Enum.GetValues<Gate>().Where(g => c.Values.OrEmpty().Contains(StatusName.Of(g))).Select(g => site[g]).ToArray();
        var ended = gates.SelectMany(g => g.Exceptions).FirstOrDefault(x => x.Expires < today);
        var met = gates.Any(g => g.Status == GateStatus.Approved) && ended is null;
        return Single(c, met, ended is null ? null : $"the exception for '{ended.Condition}' ended on {DateRules.Text(ended.Expires!.Value)}", []);
    }

    private IEnumerable<ConditionResult> Versions(GateCondition c)
    {
        var named = Children<SubmissionState>(ActorKind.Submission)
            .Where(s => s.State.CoversOn(Key, today))
            .SelectMany(s => s.State.Covers.OrEmpty().Select(d => (s.Id, Covered: d)))
            .ToLookup(x => x.Covered.Type);
        var documents = Children<DocumentState>(ActorKind.Document).Where(d => c.Values.OrEmpty().Contains(d.State.Type) && named.Contains(d.State.Type)).ToArray();
        if (documents.Length == 0)
        {
            yield return Single(c, true, null, []);
        }

        foreach (var (id, document) in documents)
        {
            var has = document.Counting?.Label;
            var approved = string.Join(" or ", named[document.Type].Select(n => n.Covered.Version).Distinct());
            var met = document.Status is DocumentStatus.NotApplicable or DocumentStatus.Waived || named[document.Type].Any(n => n.Covered.Version == has);
            yield return new ConditionResult($"{c.Code}/{id.Key}", $"{document.Title} is the approved version", c.Owner, met, c.MayBeExcepted, $"{has ?? "none"}, approved {approved}")
            {
                Evidence = [.. Seen(id, has, document.Counting?.File.Sha256), .. named[document.Type].Select(n => n.Id).Distinct().SelectMany(n => Seen(n, approved))],
            };
        }
    }
}
