using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Cli.Bench;

/// <summary>Many sites: how soon the server is ready on them, with how much memory, and how quick the grid's questions are, over HTTP.</summary>
internal static class SitesBench
{
    private const int Starts = 3;
    private const int Questions = 60;

    public static async Task<JsonObject> RunAsync(int sites, Action<string> progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("startup-bench-").FullName;
        try
        {
            progress($"Filling a database with {sites} sites");
            await PrepareAsync(folder, sites, cancellationToken);
            var ready = new List<double>();
            var memory = (Now: 0.0, Most: 0.0);
            for (var start = 0; start < Starts; start++)
            {
                await using var server = await ServerProcess.StartAsync(folder, cancellationToken);
                ready.Add(server.Ready.TotalSeconds);
                memory = (Math.Max(memory.Now, server.Megabytes.Now), Math.Max(memory.Most, server.Megabytes.Most));
                progress(string.Create(CultureInfo.InvariantCulture, $"Ready after {server.Ready.TotalSeconds:F2} s with {server.Megabytes.Now:F0} MB"));
            }

            await using var asked = await ServerProcess.StartAsync(folder, cancellationToken);
            var questions = await AskAsync(asked, sites, cancellationToken);
            var all = questions.SelectMany(q => q.Times).Order().ToList();
            return new JsonObject
            {
                ["sites"] = sites,
                ["readySeconds"] = Math.Round(Percentile(ready, 0.5), 2),
                ["readyMegabytes"] = Math.Round(memory.Now),
                ["afterQuestionsMegabytes"] = Math.Round(asked.Megabytes.Most),
                ["gridP50Ms"] = Math.Round(Percentile(all, 0.5), 1),
                ["gridP95Ms"] = Math.Round(Percentile(all, 0.95), 1),
                ["questions"] = new JsonArray([.. questions.Select(q => (JsonNode)new JsonObject
                {
                    ["name"] = q.Name, ["p50Ms"] = Math.Round(Percentile(q.Times, 0.5), 1), ["p95Ms"] = Math.Round(Percentile(q.Times, 0.95), 1),
                })]),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrepareAsync(string folder, int sites, CancellationToken cancellationToken)
    {
        const string site = "bench.one";
        await using (var api = await ProductConnection.HostAsync(new ProductOptions { DataDirectory = folder, Nature = "training" }, cancellationToken))
        {
            await api.PostAsync("studies/bench/commands", new JsonObject { ["type"] = "study.register", ["title"] = "A study", ["protocolNumber"] = "B-1", ["sponsor"] = "sponsor-1" }, cancellationToken);
            await api.PostAsync($"countries/{Scope.CountryOf("bench", "DE").Key}/commands", new JsonObject { ["type"] = "country.add", ["sponsor"] = "sponsor-1", ["study"] = "bench", ["iso2"] = "DE" }, cancellationToken);
            await api.PostAsync($"sites/{site}/commands", new JsonObject
            {
                ["type"] = "site.identify", ["sponsor"] = "sponsor-1", ["study"] = "bench", ["iso2"] = "DE", ["code"] = "DE-01", ["institution"] = "Hospital", ["city"] = "Ulm", ["timeZone"] = "Europe/Berlin",
            }, cancellationToken);
        }

        await ManySites.FillAsync(Path.Combine(folder, SqliteStorage.FileName), $"site/{site}", sites, cancellationToken);
    }

    /// <summary>The questions of the grid: a study's page, filtered, sorted, searched, and the first page of everything.</summary>
    private static async Task<List<(string Name, List<double> Times)>> AskAsync(ServerProcess server, int sites, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        (string Name, Func<int, string> Path)[] kinds =
        [
            ("sites of a study", n => $"sites?study=st{n}&limit=2000"),
            ("of a study, by status", n => $"sites?study=st{n}&status=in-start-up"),
            ("of a study, by planned date", n => $"sites?study=st{n}&sort=-planned"),
            ("of a study, searched", n => $"sites?study=st{n}&search=hospital"),
            ("of all, first page", _ => "sites?limit=200"),
            ("of all, by planned date", _ => "sites?limit=200&sort=planned"),
            ("of all, by status", _ => "sites?limit=200&status=active"),
            ("of all, searched", n => $"sites?limit=200&search=S-{n:000}"),
        ];
        var results = new List<(string Name, List<double> Times)>();
        var studies = Math.Max(1, sites / ManySites.PerStudy);
        foreach (var (name, path) in kinds)
        {
            var times = new List<double>();
            for (var i = 0; i < Questions; i++)
            {
                var started = TimeProvider.System.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(path(1 + (i * 37 % studies)), UriKind.Relative), cancellationToken);
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new UserErrorException($"{name}: the server answered {(int)answer.StatusCode}.");
                }

                times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            }

            results.Add((name, times));
        }

        return results;
    }

    private static double Percentile(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
