using FsCheck;
using FsCheck.Fluent;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Domain.Tests;

/// <summary>
/// Random commands in random order: nothing throws, and after each accepted one the stage's checks hold (fold of the
/// events, round trip of events and state, row, facts, keys of effects). FsCheck prints the seed of a failure.
/// </summary>
public class RandomCommandTests
{
    private static readonly ContractCatalog Catalog = ContractCatalog.Scan();
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Study_takes_any_commands() => Check("study.", () => new Stage<StudyState>(new StudyActor(), new(ActorKind.Study, "s1")));

    [Fact]
    public void Country_takes_any_commands() => Check("country.", () => new Stage<CountryState>(new CountryActor(), new(ActorKind.StudyCountry, "s1.pl")));

    [Fact]
    public void Site_takes_any_commands() => Check("site.", () => new Stage<SiteState>(new SiteActor(), SiteId), end: s => SiteTransitions.IsEnd(s.Status), mends: c => c is CorrectSite);

    [Fact]
    public void Document_takes_any_commands() => Check("document.", () => new Stage<DocumentState>(new DocumentActor(), new(ActorKind.Document, "d1")), leastKinds: 9);

    [Fact]
    public void Submission_takes_any_commands() => Check(
        "submission.", () => new Stage<SubmissionState>(new SubmissionActor(CountryPackCatalog.Empty), new(ActorKind.Submission, "b1")),
        end: s => s.Status == SubmissionStatus.Decided, mends: c => c is CorrectSubmission or AddPart or PartConcluded or PartsConcluded, leastKinds: 8);

    [Fact]
    public void Contract_takes_any_commands() => Check(
        "contract.", () => new Stage<ContractState>(new ContractActor(), new(ActorKind.Contract, "c1")), end: s => s.Status == ContractStatus.Discontinued, mends: c => c is CorrectContract, leastKinds: 4);

    [Fact]
    public void Task_takes_any_commands() => Check(
        "task.", () => new Stage<TaskState>(new TaskActor(CountryPackCatalog.Empty), new(ActorKind.Task, "t1")), end: s => s.Ended, mends: c => c is ReopenTask or RevokeLinks, leastKinds: 14);

    private static ActorId SiteId => new(ActorKind.Site, "s1.004");

    private static void Check<TState>(string prefix, Func<Stage<TState>> make, Func<TState, bool>? end = null, Func<Command, bool>? mends = null, int leastKinds = 5)
        where TState : class
    {
        var types = Catalog.Contracts.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal) && c.Value.IsAssignableTo(typeof(Command))).Select(c => c.Value).ToArray();
        var creates = types.Single(t => t.Name is "RegisterStudy" or "AddCountry" or "IdentifySite" or "ExpectDocument" or "PlanSubmission" or "OpenContract" or "CreateTask");
        var kinds = new HashSet<string>();
        Prop.ForAll<int>(seed =>
        {
            var sampler = new Sampler(seed, full: false);
            var random = new Random(seed);
            var stage = make();
            for (var i = 0; i < 40; i++)
            {
                var command = (Command)sampler.Make(i == 0 ? creates : types[random.Next(types.Length)])!;
                var ended = end?.Invoke(stage.State) ?? false;
                var before = Stage<TState>.Text(stage.State);
                var system = random.Next(4) == 0;
                stage.Try(command, system ? Origin.SystemActor : $"person/{(random.Next(2) == 0 ? "anna" : "boris")}", reason: random.Next(2) == 0, cause: system ? Given.Plan : null);
                if (ended && !mends!(command))
                {
                    // What has ended may still be described; it does not come alive again by itself.
                    Assert.True(end!(stage.State), $"{command} brought an ended actor back to life. Before: {before}");
                }
            }

            kinds.UnionWith(stage.Events.Select(e => Catalog.Of(e).Name));
            return true;
        }).Check(Runs);
        Assert.True(kinds.Count >= leastKinds, $"Only {kinds.Count} kinds of event came about: {string.Join(", ", kinds.Order(StringComparer.Ordinal))}");
    }
}
