using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Studies;

namespace StartupOrchestrator.Domain.Tests.Milestones;

/// <summary>Invariant 13: the four dates of a milestone are never overwritten by each other. Red when reaching a milestone moves its plan along.</summary>
public sealed class FourDatesTests
{
    private static readonly LocalDate First = new(2026, 3, 2);

    public static TheoryData<MilestoneDateKind[]> Orders => [.. Permutations([.. Enum.GetValues<MilestoneDateKind>()])];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Each_date_stands_alone_in_whatever_order_they_are_set(MilestoneDateKind[] order)
    {
        var stage = Registered();
        foreach (var (kind, day) in order.Select((k, i) => (k, First.PlusDays(i))))
        {
            var before = stage.State.Milestones["ST-110"];
            stage.Do(new SetStudyMilestone("ST-110", kind, day), reason: true);
            Assert.All(Enum.GetValues<MilestoneDateKind>(), k => Assert.Equal(k == kind ? day : before[k], stage.State.Milestones["ST-110"][k]));
        }
    }

    [Fact]
    public void Moved_plan_leaves_the_frozen_baseline_and_correction_keeps_the_old_actual_date_on_record()
    {
        var stage = Registered()
            .Do(new SetStudyMilestone("ST-110", MilestoneDateKind.Plan, First)).Do(new FreezeStudyBaseline())
            .Do(new SetStudyMilestone("ST-110", MilestoneDateKind.Plan, First.PlusDays(7)), reason: true)
            .Do(new SetStudyMilestone("ST-110", MilestoneDateKind.Actual, First.PlusDays(9)))
            .Do(new CorrectStudy(StudyCorrection.ChangeActual, "ST-110", First.PlusDays(8)), reason: true);

        Assert.Equal(new MilestoneDates(First, First.PlusDays(7), null, First.PlusDays(8)), stage.State.Milestones["ST-110"]);
        Assert.Contains(stage.Events, e => e is MilestoneDated { Correction: true } dated && dated.From == First.PlusDays(9));
    }

    private static Stage<StudyState> Registered() => new Stage<StudyState>(new StudyActor(), new(ActorKind.Study, "s1")).Do(new RegisterStudy("A study", "P-1", "sp"));

    private static IEnumerable<MilestoneDateKind[]> Permutations(MilestoneDateKind[] kinds) => kinds.Length <= 1 ? [kinds]
        : kinds.SelectMany(k => Permutations([.. kinds.Where(o => o != k)]).Select(rest => (MilestoneDateKind[])[k, .. rest]));
}
