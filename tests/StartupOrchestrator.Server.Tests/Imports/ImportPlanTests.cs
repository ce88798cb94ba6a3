using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Imports;
using StartupOrchestrator.Testing;

namespace StartupOrchestrator.Server.Tests.Imports;

public sealed class ImportPlanTests
{
    private static readonly ImportReading<ImportedStudy> Record = new(
        new("NCT00000001", "P-1", "A study", null, null, "Acme Pharma, Inc.", "Phase 2", ["Asthma"], 100,
            [new("location 1", "Klinikum", "Ulm", null, "DE", null), new("location 2", "Szpital", "Lublin", null, "PL", null), new("location 3", "Klinik", "Kiel", null, "DE", null)]),
        [], []);

    [Fact]
    public void A_new_record_enters_study_countries_and_sites_in_that_order()
    {
        var plan = ImportPlanner.Plan(Record, ExistingStudy.None);

        Assert.Equal(6, plan.New);
        Assert.Equal(
            ["study/nct00000001", "studycountry/nct00000001.de", "studycountry/nct00000001.pl", "site/nct00000001.de-01", "site/nct00000001.pl-01", "site/nct00000001.de-02"],
            plan.Items.Select(i => i.Target.ToString()));
        Assert.Equal("acme-pharma-inc", Assert.IsType<IdentifySite>(plan.Items[3].Command).Sponsor);
    }

    [Fact]
    public void The_same_record_again_changes_nothing()
    {
        var plan = ImportPlanner.Plan(Record, Standing());

        Assert.Empty(plan.Items);
        Assert.Equal((0, 0, 4), (plan.New, plan.Changed, plan.Unchanged));
    }

    [Fact]
    public void A_site_that_came_later_gets_the_next_number()
    {
        var later = Record with { Content = Record.Content! with { Sites = [.. Record.Content.Sites, new("location 4", "Neu", "Bonn", null, "DE", null)] } };

        Assert.Equal("site/nct00000001.de-03", Assert.Single(ImportPlanner.Plan(later, Standing()).Items).Target.ToString());
    }

    [Fact]
    public void A_changed_title_shows_old_and_new()
    {
        var renamed = Record with { Content = Record.Content! with { Title = "Another" } };

        var row = ImportPlanner.Plan(renamed, Standing()).Rows[0];
        Assert.Equal((ImportAction.Changed, new ImportChange("title", "A study", "Another")), (row.Action, row.Changes[0]));
    }

    [Fact]
    public void The_real_record_plans_115_things()
    {
        var reading = RegistryRecordReader.Read(File.ReadAllBytes(SharedData.Require("data/clinicaltrials/NCT02552212.json")));

        Assert.Equal(115, ImportPlanner.Plan(reading, ExistingStudy.None).Items.Length);
    }

    private static ExistingStudy Standing()
    {
        var study = new StoredView(new(ActorKind.Study, "nct00000001"), 1, new ViewRow { Status = "draft", Doc = new() { ["title"] = "A study" } });
        var countries = new[] { "DE", "PL" }.ToDictionary(c => c, c => new StoredView(new(ActorKind.StudyCountry, c), 1, new ViewRow { Status = "proposed", Country = c }));
        return new(study, countries, [Site("DE-01", "Klinikum", "Ulm"), Site("PL-01", "Szpital", "Lublin"), Site("DE-02", "Klinik", "Kiel")]);
    }

    private static StoredView Site(string code, string institution, string city) =>
        new(new(ActorKind.Site, $"nct00000001.{code.ToLowerInvariant()}"), 1, new ViewRow
        {
            Status = "identified", Code = code, Title = institution, Country = code[..2], Doc = new() { ["city"] = city },
        });
}
