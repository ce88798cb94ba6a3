using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Domain.Tasks;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Tests.Harness;

/// <summary>Two studies of two sponsors with one record of each kind: who works on the one must not learn of the other.</summary>
public sealed class TwoStudies
{
    private TwoStudies(TestServer server) => Server = server;

    public TestServer Server { get; }

    /// <summary>Records of a study by kind; the keys of its people, too.</summary>
    public Dictionary<string, Dictionary<ActorKind, ActorId>> Records { get; } = [];

    public static async Task<TwoStudies> SeedAsync(TestServer server)
    {
        var seeded = new TwoStudies(server);
        foreach (var study in new[] { "alpha", "beta" })
        {
            await seeded.SeedAsync(study);
        }

        return seeded;
    }

    /// <summary>A program with a token of a person who has one role in one place.</summary>
    public async Task<Browser> ProgramAsync(string role, Scope scope, string? key = null)
    {
        key ??= $"{role}-{scope.Study ?? "all"}";
        var person = new ActorId(ActorKind.Person, key);
        var secret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        await Server.TellAsync(person, new RegisterPerson(PersonKind.Staff, new PersonalRef($"name-{key}", new string('0', 64))));
        await Server.TellAsync(person, new GrantRole(role, scope));
        await Server.TellAsync(person, new CreateToken(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))), "test"));
        return new Browser(Server.Address) { Bearer = $"so_{key}_{secret}" };
    }

    public static Scope ScopeOf(string study) => new($"sponsor-{study}", study);

    private async Task SeedAsync(string study)
    {
        var sponsor = $"sponsor-{study}";
        var site = new Scope(sponsor, study, "PL", $"{study}.pl-01");
        var records = Records[study] = new Dictionary<ActorKind, ActorId>
        {
            [ActorKind.Study] = new(ActorKind.Study, study),
            [ActorKind.StudyCountry] = Scope.CountryOf(study, "PL"),
            [ActorKind.Site] = site.SiteActor!.Value,
            [ActorKind.Document] = new(ActorKind.Document, $"doc-{study}"),
            [ActorKind.Submission] = new(ActorKind.Submission, $"sub-{study}"),
            [ActorKind.Contract] = new(ActorKind.Contract, $"con-{study}"),
            [ActorKind.Task] = new(ActorKind.Task, $"task-{study}"),
        };
        await Server.TellAsync(records[ActorKind.Study], new RegisterStudy($"Title of {study}", $"P-{study}", sponsor));
        await Server.TellAsync(records[ActorKind.StudyCountry], new AddCountry(sponsor, study, "PL"));
        await Server.TellAsync(records[ActorKind.Site], new IdentifySite(sponsor, study, "PL", $"{study}-01", $"Hospital {study}"));
        await Server.TellAsync(records[ActorKind.Document], new ExpectDocument("cv", $"CV {study}", site));
        await Server.TellAsync(records[ActorKind.Submission], new PlanSubmission(SubmissionType.Authority, "PL", new Scope(sponsor, study, "PL"), Title: $"Authority {study}"));
        await Server.TellAsync(records[ActorKind.Contract], new OpenContract(site, $"Template {study}"));
        await Server.TellAsync(records[ActorKind.Task], new CreateTask("return-cv", $"Return the CV {study}", site, new Assignee("SUS")));
    }
}
