using StartupOrchestrator.Workflows.Expressions;

namespace StartupOrchestrator.Workflows.Tests.Expressions;

/// <summary>Random programs: what this interpreter accepts has the result that Node has, errors by name included.</summary>
public sealed class DifferentialTests
{
    private const int BatchSize = 5_000;

    // What the interpreter refuses shows nothing, so most programs must be accepted.
    private const double MostRefused = 0.08;

    private static int Batches => Environment.GetEnvironmentVariable("STARTUP_LONG") == "1" ? 10 : 1;

    [Fact]
    public async Task Random_program_gives_the_result_of_Node()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SEED"), out var given) ? given : Environment.TickCount;
        for (var batch = 0; batch < Batches; batch++)
        {
            await Compare(seed + batch);
        }
    }

    [Fact]
    public async Task Powers_and_number_texts_agree_with_Node_bit_by_bit()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var programs = new List<string>();
        for (var i = 0; i < 3_000; i++)
        {
            var number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            var text = double.IsFinite(number) ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "1.5";
            var small = (random.NextDouble() * 200).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            var exponent = random.Next(3) == 0 ? $"{random.Next(-30, 30)}" : (random.NextDouble() * 20 - 10).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            programs.Add($"[{text}, ({small}) ** ({exponent}), Math.pow(Math.abs({text}), {exponent}), ({small}).toFixed({random.Next(20)}), "
                + $"({text}).toPrecision({random.Next(1, 22)}), ({text}).toExponential({random.Next(20)}), ({small}).toString({random.Next(2, 37)}), "
                + $"({text}) % ({small}), ({text}) | 0, Math.round({small}), Math.fround({text}), parseFloat('{text}'), ({text}).toString({random.Next(2, 37)})]");
        }

        await Compare(seed, programs);
    }

    [Fact]
    public async Task Case_of_every_letter_agrees_with_Node()
    {
        // Letters that Unicode gained after this runtime was made have no case here yet.
        var programs = Enumerable.Range(0, 0x100).Select(page => $"const r = []; for (let i = 0; i < 256; i++) {{ const c = String.fromCharCode({page} * 256 + i); "
            + "if ('\\u019b\\u0264\\u0295\\u1c89\\u1c8a'.includes(c) || (c >= '\\u1acf' && c <= '\\u1aff') || (c >= '\\ua7c0' && c <= '\\ua7ff')) continue; "
            + "r.push(c.toUpperCase(), c.toLowerCase(), ('a' + c + 'Σ').toLowerCase(), /\\s/.test(c), /\\w/i.test(c), c.trim().length) } r.join()").ToList();
        await Compare(0, programs);
    }

    private static Task Compare(int seed)
    {
        var generator = new ProgramGenerator(new Random(seed));
        return Compare(seed, [.. Enumerable.Range(0, BatchSize).Select(_ => generator.Next())]);
    }

    private static async Task Compare(int seed, List<string> programs)
    {
        var theirs = await NodeOracle.OutcomesOf(programs, TestContext.Current.CancellationToken);
        var refused = new Dictionary<string, int>();
        var differences = new List<string>();
        for (var i = 0; i < programs.Count; i++)
        {
            var ours = Canonical.Run(programs[i]);
            if (IsRefused(ours))
            {
                var reason = string.Join(' ', ours.Split(' ').Skip(3));
                refused[reason] = refused.GetValueOrDefault(reason) + 1;
            }
            else if (Canonical.WithoutWords(ours) != Canonical.WithoutWords(theirs[i]))
            {
                differences.Add($"{programs[i]}\n   Node {FromDifference(theirs[i], ours)}\n   ours {FromDifference(ours, theirs[i])}");
            }
        }

        Assert.True(differences.Count == 0, $"seed {seed}: {differences.Count} differences\n{string.Join('\n', differences.OrderBy(text => text.Length).Take(15))}");
        var reasons = string.Join('\n', refused.OrderByDescending(pair => pair.Value).Take(20).Select(pair => $"{pair.Value} {pair.Key}"));
        Assert.True(refused.Values.Sum() < MostRefused * programs.Count, $"seed {seed}: {refused.Values.Sum()} programs refused\n{reasons}");
    }

    // Long outcomes agree for a long way; the news begins shortly before the first difference.
    private static string FromDifference(string outcome, string other)
    {
        var same = outcome.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return outcome[Math.Max(0, same - 40)..Math.Min(outcome.Length, same + 80)];
    }

    private static bool IsRefused(string outcome) =>
        outcome.StartsWith("! ", StringComparison.Ordinal) && Enum.TryParse<ScriptErrorKind>(outcome.Split(' ')[1], out _);
}
