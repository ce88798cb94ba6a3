using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Storage.Conformance.Engines;

namespace StartupOrchestrator.Crash.Machines;

/// <summary>The drill as the README tells it: from one process on SQLite to a server on PostgreSQL, and a study as one file.</summary>
public sealed class RestoreDrillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-drill-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_of_a_folder_becomes_a_PostgreSQL_installation_whose_mail_waits_for_a_person()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        var database = await PostgreSqlServer.StartAsync("");
        var connection = database.ConnectionString(await database.CreateEmptyAsync());
        await ImportAsync();
        var backup = Path.Combine(folder, "startup.backup");
        await Startup.JsonAsync("backup", "--out", backup, "--data", Data);
        var restored = await Startup.JsonAsync("restore", backup, "--connection", connection);
        Assert.True(restored["records"]!.GetValue<int>() > 7);
        Assert.Equal(1, (await Startup.RunAsync("restore", backup, "--connection", connection)).Code);
        Assert.Equal(0, (await Startup.RunAsync("verify-audit", "--connection", connection, "--data", Path.Combine(folder, "new"))).Code);

        using var server = await ServerProcess.StartAsync(connection);
        using var http = server.Client();
        Assert.Equal(3, (await http.GetFromJsonAsync<JsonNode>($"sites?study={SmallStudy.Key}", Token))!["items"]!.AsArray().Count);
        Assert.NotNull((await http.GetFromJsonAsync<JsonNode>("operations", Token))!["mailHeld"]);
        using var without = await http.PostAsJsonAsync("operations/held-mail/release", new { reason = "" }, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var with = await http.PostAsJsonAsync("operations/held-mail/release", new { reason = "Nothing had left since." }, Token);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Null((await http.GetFromJsonAsync<JsonNode>("operations", Token))!["mailHeld"]);
        var audit = (await http.GetFromJsonAsync<JsonNode>("audit?limit=50", Token))!.ToJsonString();
        Assert.Contains("organisation.release-mail", audit, StringComparison.Ordinal);
        Assert.Contains("organisation.note-restored", audit, StringComparison.Ordinal);
        server.Kill();
        database.Stop();
    }

    [Fact]
    public async Task Study_becomes_one_file_that_shows_by_itself_whether_it_was_changed()
    {
        await ImportAsync();
        var archive = Path.Combine(folder, "study.zip");
        var written = await Startup.JsonAsync("archive", "--study", SmallStudy.Key, "--out", archive, "--data", Data);
        Assert.Equal(7, written["records"]!.GetValue<int>());
        Assert.Equal(0, (await Startup.RunAsync("verify-archive", archive)).Code);

        var name = $"records/site/{SmallStudy.Key}.de-01.json";
        using (var zip = System.IO.Compression.ZipFile.Open(archive, System.IO.Compression.ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(name)!;
            using var reader = new StreamReader(await entry.OpenAsync(Token));
            var text = await reader.ReadToEndAsync(Token);
            reader.Dispose();
            entry.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Token));
            await writer.WriteAsync(text.Replace("Ulm", "Uhm", StringComparison.Ordinal));
        }

        var verify = await Startup.RunAsync("verify-archive", archive);
        Assert.Equal(1, verify.Code);
        Assert.Contains(name, verify.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Data => Path.Combine(folder, "data");

    private async Task ImportAsync()
    {
        var file = SmallStudy.Write();
        await Startup.JsonAsync("import", "clinicaltrials", file, "--data", Data);
        File.Delete(file);
    }
}
