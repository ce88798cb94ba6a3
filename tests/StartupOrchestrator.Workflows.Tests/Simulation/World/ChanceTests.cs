using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Workflows.Tests.Simulation.World;

/// <summary>Durations and choices of a dry run: the same for the same seed, and as often and as long as promised.</summary>
public sealed class ChanceTests
{
    private const int Many = 4_000;

    [Fact]
    public void Random_numbers_follow_from_seed_and_path_and_never_change_between_releases()
    {
        var random = new SplitRandom(42);

        Assert.Equal([0.7415648787718233, 0.20182135270036283], [random.Uniform(), random.Split(1).Uniform()]);
        Assert.Equal(random.Split("a").Split("b"), new SplitRandom(42).Split("a").Split("b"));
        Assert.NotEqual(random.Split("a").Uniform(), random.Split("b").Uniform());
        Assert.NotEqual(random.Split(1).Uniform(), random.Split(2).Uniform());
    }

    [Fact]
    public void Uniform_numbers_fill_the_range_evenly()
    {
        var draws = Enumerable.Range(0, Many).Select(i => new SplitRandom(3).Split(i).Uniform()).ToList();

        Assert.All(draws, d => Assert.InRange(d, 0, 1));
        Assert.All(Enumerable.Range(0, 10), tenth => Assert.InRange(draws.Count(d => (int)(d * 10) == tenth), 330, 470));
    }

    [Fact]
    public void Normal_numbers_have_mean_zero_and_deviation_one()
    {
        var draws = Enumerable.Range(0, Many).Select(i => new SplitRandom(5).Split(i).Normal()).ToList();

        Assert.InRange(draws.Average(), -0.05, 0.05);
        Assert.InRange(Math.Sqrt(draws.Average(d => d * d)), 0.96, 1.04);
        Assert.InRange(draws.Count(d => d > 1.6449), Many * 0.04, Many * 0.06);
    }

    [Theory]
    [InlineData(7, 20), InlineData(0.5, 1), InlineData(10, 25)]
    public void Half_of_the_draws_stay_below_the_typical_duration_and_four_in_five_below_the_cautious_one(double typical, double cautious)
    {
        var guess = new DurationGuess(typical, cautious);
        var draws = Enumerable.Range(0, Many).Select(i => guess.Draw(new SplitRandom(9).Split(i))).ToList();

        Assert.InRange(draws.Count(d => d < typical), Many * 0.47, Many * 0.53);
        Assert.InRange(draws.Count(d => d < cautious), Many * 0.78, Many * 0.82);
        Assert.All(draws, d => Assert.InRange(d, 0, cautious * 4));
        Assert.Contains(draws, d => d > cautious * 2);
    }

    [Fact]
    public void Duration_without_spread_is_always_the_same_and_none_is_none()
    {
        Assert.Equal(6, new DurationGuess(6, 6).Draw(new SplitRandom(1)), 10);
        Assert.Equal(6, new DurationGuess(6, 2).Draw(new SplitRandom(1)), 10);
        Assert.Equal(0, new DurationGuess(0, 3).Draw(new SplitRandom(1)));
        Assert.Equal(0, new DurationGuess(-2, 3).Draw(new SplitRandom(1)));
    }

    [Theory]
    [InlineData("cda-sign", 7, 20), InlineData("document", 10, 25), InlineData("visit-confirm", 0, 0), InlineData("contract-signature", 5, 15), InlineData("nobody-knows", 3, 7)]
    public void Durations_are_those_of_the_reference_process(string code, double typical, double cautious) =>
        Assert.Equal(new DurationGuess(typical, cautious), WorldDurations.Of(code));

    [Theory]
    [InlineData("cda-sign", 0.6, 0.35, 0.05), InlineData("document-review", 0.75, 0.25, 0), InlineData("decision", 0.88, 0.1, 0.02), InlineData("unknown", 1, 0, 0)]
    [InlineData("feasibility-survey", 0.92, 0.08, 0), InlineData("survey-review", 0.8, 0.2, 0), InlineData("debarment-check", 0.995, 0.005, 0), InlineData("sqv-plan", 0.8, 0.2, 0), InlineData("site-selection", 0.8, 0.08, 0.12), InlineData("back-up-decision", 0.5, 0.5, 0)]
    [InlineData("validation", 0.7, 0.3, 0), InlineData("assessment", 0.35, 0.65, 0), InlineData("contract-round", 0.4, 0.6, 0), InlineData("budget-round", 0.45, 0.55, 0), InlineData("contract-answer", 0.88, 0.12, 0), InlineData("budget-answer", 0.88, 0.12, 0)]
    [InlineData("icf-approval", 0.8, 0.2, 0), InlineData("report-review", 0.85, 0.15, 0), InlineData("conditions-accepted", 0.8, 0.2, 0), InlineData("translation", 0.97, 0.03, 0), InlineData("visit-choose", 0.85, 0.15, 0), InlineData("visit-confirm", 0.93, 0.06, 0.01)]
    public void Usual_world_chooses_as_often_as_it_usually_comes(string question, double first, double second, double third)
    {
        string[] choices = ["a", "b", "c"];
        var item = new WorldItem(ActorId.Parse("task/t"), new ViewRow { Status = "open" });
        var chosen = Enumerable.Range(0, Many).Select(i => new UsualWorld().Choose(question, item, "k", choices, new SplitRandom(11).Split(i))).ToList();

        foreach (var (choice, share) in choices.Zip([first, second, third])) Assert.InRange(chosen.Count(c => c == choice) / (double)Many, share - 0.025, share + 0.025);
    }

    [Fact]
    public void Shares_that_leave_a_rest_give_it_to_the_smooth_choice_and_the_smooth_world_knows_no_other()
    {
        var item = new WorldItem(ActorId.Parse("task/t"), new ViewRow { Status = "open" });

        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal("only", new UsualWorld().Choose("cda-sign", item, "k", ["only"], new SplitRandom(11).Split(i))));
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal("a", new SmoothWorld().Choose("cda-sign", item, "k", ["a", "b"], new SplitRandom(11).Split(i))));
    }
}
