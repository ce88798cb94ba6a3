using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Bench;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Bench;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;
using StartupOrchestrator.Workflows.Simulation;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>bench steps: durable steps a second, compared with the bare database in the same run; bench sites: many sites; bench engine.</summary>
internal static class BenchCommands
{
    public static Command Create()
    {
        var store = new Option<string>("--store") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "postgres");
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the loads and the bare database take turns within each", DefaultValueFactory = _ => 3 };
        var seconds = new Option<double>("--seconds") { Description = "Seconds of each measurement", DefaultValueFactory = _ => 4 };
        var steps = new Command(
            "steps",
            "Durable workflow steps a second at 16, 64 and 256 actors in flight, against the bare database doing three writes of the same\n" +
            "sizes as one prepared statement a transaction on 16 connections, in turns. PostgreSQL: a server of its own, syncing.") { store, rounds, seconds };
        steps.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            var each = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            var report = parsed.GetValue(store) == "postgres"
                ? await PostgreSqlAsync(parsed.GetValue(rounds), each, printer, token)
                : await SqliteAsync(parsed.GetValue(rounds), each, printer, token);
            printer.Result(ToJson(report), () => Describe(report, printer));
            return 0;
        });
        var engine = new Command("engine", "The workflow engine in memory, one thread: starts, resumptions, expressions, the cost of history, steps of long histories, publishing of large definitions.");
        engine.SetAction(parsed =>
        {
            var printer = Printer.For(parsed);
            var figures = EngineBench.Run(TimeProvider.System);
            var rows = new JsonArray([.. figures.Select(f => (JsonNode)new JsonObject { ["name"] = f.Name, ["value"] = f.Value, ["unit"] = f.Unit, ["aim"] = f.Aim, ["met"] = f.IsMet })]);
            printer.Result(rows, () =>
            {
                foreach (var figure in figures)
                {
                    printer.Say(string.Create(CultureInfo.InvariantCulture, $"  {figure.Name}: {figure.Value:F1} {figure.Unit} (aim {figure.Aim})"));
                }
            });
            return 0;
        });
        return new Command("bench", "Measure the product on this machine.") { steps, Sites(), engine };
    }

    private static Command Sites()
    {
        var number = new Option<int>("--sites") { Description = "How many sites", DefaultValueFactory = _ => 100_000 };
        var sites = new Command("sites", "How soon the server is ready on a database with many sites, with how much memory, and how quick the grid's questions are.") { number };
        sites.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            var report = await SitesBench.RunAsync(parsed.GetValue(number), printer.Progress, token);
            printer.Result(report, () =>
            {
                printer.Say(string.Create(CultureInfo.InvariantCulture, $"{report["sites"]} sites: ready after {report["readySeconds"]} s (aim 3) with {report["readyMegabytes"]} MB (aim 300); grid p50 {report["gridP50Ms"]} ms, p95 {report["gridP95Ms"]} ms (aim 100)"));
                foreach (var question in report["questions"]!.AsArray())
                {
                    printer.Say(string.Create(CultureInfo.InvariantCulture, $"  {question!["name"],-30} p50 {question["p50Ms"],7} ms  p95 {question["p95Ms"],7} ms"));
                }
            });
            return 0;
        });
        return sites;
    }

    private static async Task<StepBenchReport> SqliteAsync(int rounds, TimeSpan each, Printer printer, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("startup-bench-").FullName;
        try
        {
            await using var storage = await SqliteStorage.OpenAsync(new SqliteOptions(folder), TimeProvider.System);
            await using var bare = new BareSqlite(Path.Combine(folder, "bare.db"), Path.Combine(folder, SqliteStorage.FileName));
            return await new StepBench("SQLite", storage, bare, TimeProvider.System).RunAsync(rounds, each, printer.Progress, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<StepBenchReport> PostgreSqlAsync(int rounds, TimeSpan each, Printer printer, CancellationToken cancellationToken)
    {
        await using var server = await TemporaryPostgreSql.StartAsync(cancellationToken);
        await using var storage = await PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(server.ConnectionString) { Nature = DatabaseNature.Rehearsal }, TimeProvider.System);
        await using var bare = new BarePostgreSql(server.ConnectionString);
        return await new StepBench("PostgreSQL", storage, bare, TimeProvider.System).RunAsync(rounds, each, printer.Progress, cancellationToken);
    }

    private static JsonObject ToJson(StepBenchReport report)
    {
        var last = report.Loads[^1];
        return new JsonObject
        {
            ["store"] = report.Engine,
            ["stepsPerSecond"] = Math.Round(last.StepsPerSecond),
            ["ratio"] = Math.Round(last.Ratio, 3),
            ["p50Ms"] = Math.Round(Median(last, r => r.P50), 2),
            ["p99Ms"] = Math.Round(Median(last, r => r.P99), 2),
            ["rounds"] = report.Rounds,
            ["loads"] = new JsonArray([.. report.Loads.Select(l => (JsonNode)new JsonObject
            {
                ["concurrency"] = l.Actors,
                ["stepsPerSecond"] = Math.Round(l.StepsPerSecond),
                ["ratio"] = Math.Round(l.Ratio, 3),
                ["aimedRatio"] = l.AimedRatio,
                ["p50Ms"] = Math.Round(Median(l, r => r.P50), 2),
                ["p99Ms"] = Math.Round(Median(l, r => r.P99), 2),
                ["cpuMicrosecondsPerStep"] = Math.Round(Median(l, r => r.CpuPerStep)),
                ["bytesPerStep"] = Math.Round(Median(l, r => r.BytesPerStep)),
                ["bareTransactionsPerSecond"] = Math.Round(Median(l, r => r.BareTransactionsPerSecond)),
            })]),
        };
    }

    private static void Describe(StepBenchReport report, Printer printer)
    {
        printer.Say($"{report.Engine}, {report.Rounds} rounds of {report.SecondsEach.ToString(CultureInfo.InvariantCulture)} s, medians");
        foreach (var load in report.Loads)
        {
            printer.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  {load.Actors,4} actors  {load.StepsPerSecond,8:F0} steps/s  ratio {load.Ratio:F2} (aim {load.AimedRatio:F1})  p50 {Median(load, r => r.P50):F1} ms  p99 {Median(load, r => r.P99):F1} ms  {Median(load, r => r.CpuPerStep):F0} us CPU and {Median(load, r => r.BytesPerStep):F0} bytes a step"));
        }
    }

    private static double Median(StepBenchLoad load, Func<StepBenchRun, double> value)
    {
        var sorted = load.Runs.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
