using NodaTime;
using StartupOrchestrator.Correspondence.Delivery;
using StartupOrchestrator.Correspondence.Links;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.TaskPages.Form;

namespace StartupOrchestrator.Server.Features.TaskPages.Visit;

/// <summary>Checks a link and reads what its pages show. Reads only.</summary>
internal sealed class TaskVisitReader(IActorRuntime runtime, IStorage storage, TimeProvider time)
{
    /// <summary>Opens a link.</summary>
    /// <param name="token">As it stands in the address.</param>
    /// <param name="http">The request, for its language.</param>
    /// <returns>The visit, or why there is none.</returns>
    public async Task<(TaskVisit? Visit, DeadLink? Dead)> OpenAsync(string? token, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!TaskLink.TryParse(token, out var link)
            || await runtime.ReadAsync(new ActorId(ActorKind.Task, link.Task), cancellation) is not { State: TaskState { Given: { } given } state } snapshot)
        {
            return (null, new DeadLink(LanguageOf(http, null).Words, DeadReason.Foreign));
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (standing, known) = LinkRules.Judge(state, link.Hash, now);
        var person = known is null ? null : (await runtime.ReadAsync(new ActorId(ActorKind.Person, known.Person), cancellation))?.State as PersonState;
        var (words, chosen) = LanguageOf(http, person?.Language);
        var zone = ZoneOf(person?.TimeZone ?? given.TimeZone);
        if (standing != LinkStanding.Opens || known is null || person is not { Inactive: false, Locked: false })
        {
            return (null, new DeadLink(words, ReasonOf(standing), known?.Expires.InZone(zone).Date));
        }

        state = state.In(words);
        given = state.Given!;
        var personal = await PersonalAsync(state, person, cancellation);
        var visit = new TaskVisit(token!, snapshot.Id, known.Person, words, TaskWords.Title(state))
        {
            LanguageChosen = chosen,
            What = TaskWords.What(state),
            Why = TaskWords.Why(state),
            Due = state.Due,
            Minutes = given.EstimatedMinutes,
            Zone = zone,
            Today = now.InZone(zone).Date,
            Steps = FormSteps.Of(given.Form),
            Answers = state.Answers.Where(a => !FormRules.IsEmpty(a.Value)).ToDictionary(),
            Outcomes = given.Outcomes.IsDefault ? [] : given.Outcomes,
            Personal = personal,
            PersonName = person.Name is { } name ? personal.GetValueOrDefault(name.Id) : null,
            Questions = [.. state.Questions.Select(q => new VisitQuestion(q.On, Value(personal, q.Question), q.AnsweredOn, q.Answer is null ? null : Value(personal, q.Answer)))],
            InstanceMark = await MarkAsync(words, cancellation),
        };
        return (await WithPlaceAsync(visit, given.Scope, cancellation), null);
    }

    /// <summary>Language of a page: as chosen in the address, else the person's, else the browser's, else English.</summary>
    public static (Language Words, bool Chosen) LanguageOf(HttpContext http, string? personLanguage)
    {
        if (Language.Find(http.Request.Query["lang"]) is { } chosen)
        {
            return (chosen, true);
        }

        var wanted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Language.Find(l.Value.ToString()));
        return (Language.Find(personLanguage) ?? (personLanguage is null ? wanted.FirstOrDefault(l => l is not null) : null) ?? Language.English, false);
    }

    private static DeadReason ReasonOf(LinkStanding standing) => standing switch
    {
        LinkStanding.Opens => DeadReason.Replaced,
        LinkStanding.Unknown => DeadReason.Foreign,
        LinkStanding.Expired => DeadReason.Expired,
        LinkStanding.Revoked => DeadReason.Replaced,
        LinkStanding.TaskDone => DeadReason.Done,
        LinkStanding.TaskWithdrawn => DeadReason.Cancelled,
    };

    private async Task<IReadOnlyDictionary<string, string>> PersonalAsync(TaskState state, PersonState person, CancellationToken cancellationToken)
    {
        var fields = state.Given?.Form is { Fields.IsDefault: false } form ? form.Fields : [];
        IEnumerable<PersonalRef?> references =
        [
            person.Name,
            .. state.Answers.Values.SelectMany(a => new[] { a.Text, a.File?.Name }),
            .. state.Questions.SelectMany(q => new[] { q.Question, q.Answer }),
            .. fields.Select(f => f.Template?.Name),
        ];
        return await storage.Personal.ReadAsync([.. references.OfType<PersonalRef>().Select(r => r.Id)], cancellationToken);
    }

    private async Task<string?> MarkAsync(Language words, CancellationToken cancellationToken)
    {
        if (storage.Nature == DatabaseNature.Production)
        {
            return null;
        }

        var settings = (await runtime.ReadAsync(new ActorId(ActorKind.Organisation, "settings"), cancellationToken))?.State as OrganisationState;
        var key = storage.Nature == DatabaseNature.Training ? "page.training" : "page.rehearsal";
        return words.Text(key, ("instance", settings?.InstanceName ?? "StartupOrchestrator"));
    }

    private async Task<TaskVisit> WithPlaceAsync(TaskVisit visit, Domain.Actors.Shared.Scope scope, CancellationToken cancellationToken)
    {
        var study = scope.StudyActor is { } studyId ? await storage.Views.FindAsync(studyId, ViewScope.All, cancellationToken) : null;
        var site = scope.SiteActor is { } siteId ? await storage.Views.FindAsync(siteId, ViewScope.All, cancellationToken) : null;
        string?[] place = [site?.Row.Code, site?.Row.Title];
        return visit with
        {
            Study = study?.Row.Code ?? study?.Row.Title ?? scope.Study ?? "",
            Site = site is null ? null : string.Join(", ", place.Where(p => !string.IsNullOrEmpty(p))),
        };
    }

    private static string Value(IReadOnlyDictionary<string, string> personal, PersonalRef reference) => personal.GetValueOrDefault(reference.Id, "");

    private static DateTimeZone ZoneOf(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;
}
