using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Processes;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Compares what a file says with what stands, and says what would be done. Pure; the same input gives the same plan.</summary>
public static class ImportPlanner
{
    /// <summary>Plans the import of a registry record.</summary>
    public static ImportPreview Plan(ImportReading<ImportedStudy> reading, ExistingStudy existing)
    {
        if (reading.Content is not { } study)
        {
            return new(null, null, [], reading.Problems, reading.Ignored, []);
        }

        var plan = new PlanBuilder(KeyOf(study), Slug(study.Sponsor), "registry");
        plan.Study(study, existing.Study);
        plan.Places(study.Sites, existing);
        return plan.Build(study.Title, reading.Problems, reading.Ignored);
    }

    /// <summary>Plans the import of a site list into a study that stands.</summary>
    public static ImportPreview Plan(ImportReading<IReadOnlyList<ImportedSite>> reading, StoredView study, ExistingStudy existing)
    {
        if (reading.Content is not { } sites)
        {
            return new(study.Id.Key, study.Row.Title, [], reading.Problems, reading.Ignored, []);
        }

        var plan = new PlanBuilder(study.Id.Key, study.Row.Sponsor ?? "unknown", "list");
        plan.Places(sites, existing);
        return plan.Build(study.Row.Title ?? study.Id.Key, reading.Problems, reading.Ignored);
    }

    /// <summary>The key of the study that a record is about.</summary>
    public static string KeyOf(ImportedStudy study) => study.RegistryId.ToLowerInvariant();

    /// <summary>A key of letters, digits and hyphens from a name.</summary>
    public static string Slug(string name)
    {
        var letters = name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var slug = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "unknown" : slug[..Math.Min(slug.Length, 40)].TrimEnd('-');
    }

    private sealed class PlanBuilder(string study, string sponsor, string source)
    {
        private readonly List<ImportRow> rows = [];
        private readonly ImmutableArray<ProcessItem>.Builder items = ImmutableArray.CreateBuilder<ProcessItem>();

        public void Study(ImportedStudy file, StoredView? stands)
        {
            var id = new ActorId(ActorKind.Study, study);
            if (stands is null)
            {
                Add(id, "study", ImportAction.New, $"{file.ProtocolNumber} {file.Title}", "record", [], new RegisterStudy(
                    file.Title, file.ProtocolNumber, sponsor, file.Sponsor, file.Acronym, file.RegistryId, file.Phase,
                    file.Conditions.Count == 0 ? null : string.Join(", ", file.Conditions), [.. file.Sites.Select(s => s.Country).Distinct()]));
                return;
            }

            var title = SiteMatcher.Text(stands, "title");
            var changes = title == file.Title ? [] : new[] { new ImportChange("title", title, file.Title) };
            Add(id, "study", changes.Length == 0 ? ImportAction.Unchanged : ImportAction.Changed, $"{file.ProtocolNumber} {file.Title}", "record", changes,
                changes.Length == 0 ? null : new ChangeStudy(Title: file.Title));
        }

        public void Places(IReadOnlyList<ImportedSite> sites, ExistingStudy existing)
        {
            foreach (var country in sites.GroupBy(s => s.Country).Where(c => !existing.Countries.ContainsKey(c.Key)))
            {
                Add(CountryId(country.Key), "country", ImportAction.New, CountryNames.ToName(country.Key), country.First().Where, [],
                    new AddCountry(sponsor, study, country.Key, SitesPlanned: country.Count()));
            }

            var matcher = new SiteMatcher(existing.Sites);
            foreach (var site in sites)
            {
                if (matcher.Find(site) is { } stands)
                {
                    Existing(site, stands);
                    continue;
                }

                var code = site.Code ?? matcher.NextCode(site.Country);
                Add(SiteId(code), "site", ImportAction.New, $"{code} {site.Institution}", site.Where, [],
                    new IdentifySite(sponsor, study, site.Country, code, site.Institution, site.City, SiteTimeZones.For(site.Country, site.State), source, site.State));
            }
        }

        public ImportPreview Build(string title, IReadOnlyList<ImportProblem> problems, IReadOnlyList<string> ignored) =>
            new(study, title, rows, problems, ignored, items.ToImmutable());

        private void Existing(ImportedSite site, StoredView stands)
        {
            var changes = new List<ImportChange>();
            Compare("institution", stands.Row.Title, site.Institution);
            Compare("city", SiteMatcher.Text(stands, "city"), site.City);
            Add(stands.Id, "site", changes.Count == 0 ? ImportAction.Unchanged : ImportAction.Changed, $"{stands.Row.Code} {site.Institution}", site.Where, changes,
                changes.Count == 0 ? null : new ChangeSite(Institution: site.Institution, City: site.City));

            void Compare(string field, string? old, string? value)
            {
                if (value is not null && old != value)
                {
                    changes.Add(new(field, old, value));
                }
            }
        }

        private void Add(ActorId id, string kind, ImportAction action, string title, string where, IReadOnlyList<ImportChange> changes, Command? command)
        {
            rows.Add(new(kind, id.Key, action, title, where, changes));
            if (command is not null)
            {
                items.Add(new ProcessItem(id.ToString(), id, command));
            }
        }

        private ActorId CountryId(string iso2) => Scope.CountryOf(study, iso2);

        private ActorId SiteId(string code) => new(ActorKind.Site, $"{study}.{Slug(code)}");
    }
}
