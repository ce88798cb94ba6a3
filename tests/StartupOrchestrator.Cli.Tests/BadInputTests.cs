using StartupOrchestrator.Cli;

namespace StartupOrchestrator.Cli.Tests;

/// <summary>Bad input gets one readable line and an exit code that is not 0.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("startup-cli-").FullName;

    [Theory]
    [InlineData("import", "clinicaltrials", "/no/such/file.json")]
    [InlineData("verify-audit")]
    [InlineData("rehearse", "--study", "x", "--into", "/tmp", "--from", "30-Feb-2026")]
    public async Task A_mistake_is_one_line_that_says_what_to_do(params string[] args)
    {
        var (code, error) = await RunAsync([.. args, "--data", folder]);

        Assert.NotEqual(0, code);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.InRange(error.Trim().Split('\n').Length, 1, 2);
    }

    [Theory]
    [InlineData("sites")]
    [InlineData("tasks")]
    public async Task List_of_a_study_that_does_not_exist_says_so(string command)
    {
        var (code, error) = await RunAsync([command, "--study", "nothere", "--data", folder]);

        Assert.Equal(1, code);
        Assert.Contains("There is no such study", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_list_names_its_wrong_cells_and_enters_the_right_rows()
    {
        var record = Path.Combine(folder, "record.json");
        await File.WriteAllTextAsync(record, """
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000002","orgStudyIdInfo":{"id":"P-2"},"briefTitle":"Small study"},"sponsorCollaboratorsModule":{"leadSponsor":{"name":"Acme"}},
            "contactsLocationsModule":{"locations":[{"city":"Ulm","country":"Germany","facility":"Klinikum Ulm"}]}}}
            """, TestContext.Current.CancellationToken);
        var list = Path.Combine(folder, "sites.csv");
        await File.WriteAllTextAsync(list, "Land;Stadt;Klinik\nPoland;Lublin;Szpital\nAtlantis;X;Y\n", TestContext.Current.CancellationToken);
        var data = Path.Combine(folder, "data");

        Assert.Equal(0, (await RunAsync("import", "clinicaltrials", record, "--data", data)).Code);
        var (code, output, _) = await RunAllAsync("import", "sites", list, "--study", "nct00000002", "--map", "country=Land", "--map", "city=Stadt", "--map", "institution=Klinik", "--data", data);
        var (_, sites, _) = await RunAllAsync("sites", "--study", "nct00000002", "--data", data);

        Assert.Equal(1, code);
        Assert.Contains("wrong: line 3, column country ('Atlantis')", output, StringComparison.Ordinal);
        Assert.Contains("import it again", output, StringComparison.Ordinal);
        Assert.Contains("PL-01", sites, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_said_in_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "startup.db"), new string('x', 8192), TestContext.Current.CancellationToken);

        var (code, error) = await RunAsync("studies", "--data", folder);

        Assert.NotEqual(0, code);
        Assert.Contains("Restore the data folder", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_word_points_to_the_help()
    {
        var (code, error) = await RunAsync("imports");

        Assert.Equal(2, code);
        Assert.Contains("startup --help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_with_an_unknown_activity_is_named_by_validate()
    {
        var file = Path.Combine(folder, "x.json");
        await File.WriteAllTextAsync(file, """{"definitionId":"x","root":{"id":"r","type":"Elsa.Flowchart","version":1,"activities":[{"id":"a","type":"No.Such","version":1}],"connections":[]}}""", TestContext.Current.CancellationToken);

        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StartupCommand.RunAsync(["workflow", "validate", file], output, error, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("No.Such", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] args)
    {
        var (code, _, error) = await RunAllAsync(args);
        return (code, error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAllAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StartupCommand.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
