using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Tests.Harness;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.EndToEnd.Journeys;

/// <summary>Everybody whom the journey does not watch: they do the rest of the work over the REST API and the links in their mails, as in a dry run.</summary>
internal sealed class Backstage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly ActorKind[] Watched = [ActorKind.Task, ActorKind.Document, ActorKind.Submission, ActorKind.Contract];
    private readonly World world = new(new SplitRandom(1), new Smoothly());
    private readonly HashSet<string> played = [];
    private readonly TestServer server;
    private readonly ApiSession administrator;
    private readonly Cast cast;
    private readonly Troupe troupe;

    private Backstage(TestServer server, string data, ApiSession administrator, Cast cast, StoredPaper paper, byte[] content)
    {
        (this.server, this.administrator, this.cast) = (server, administrator, cast);
        Mail = new PickupMail(Path.Combine(data, "mail"));
        troupe = new Troupe(cast, Mail, new TaskPageVisitor(server.Address, content), server.App.Services.GetRequiredService<ContractCatalog>(), paper, ledger: null);
    }

    /// <summary>The mails that were produced.</summary>
    public PickupMail Mail { get; }

    /// <summary>Enters the staff; the administrator is set up already.</summary>
    public static async Task<Backstage> AssembleAsync(TestServer server, string data, string email, string password, byte[] paper)
    {
        var stop = TestContext.Current.CancellationToken;
        var administrator = new ApiSession(server.Address, "administrator", await ApiSession.SignInAsync(server.Address, email, password, stop));
        var cast = await Cast.AssembleAsync(server.Address, administrator, ledger: null, stop);
        var stored = (await administrator.UploadAsync("paper.pdf", paper, stop)).Require("upload a paper");
        return new Backstage(server, data, administrator, cast, new StoredPaper(stored["sha256"]!.GetValue<string>(), paper.Length), paper);
    }

    /// <summary>Names the study's team, and contacts at a site, whose addresses the registry does not give.</summary>
    public async Task StaffAsync(string study, string site)
    {
        var stop = TestContext.Current.CancellationToken;
        foreach (var (role, person) in cast.Team)
        {
            (await administrator.PostAsync($"studies/{study}/commands", CommandBody.Of(new SetStudyTeam(role, person), "study.set-team"), stop)).Require("name the team");
        }

        var row = (await server.Storage.Views.FindAsync(new ActorId(ActorKind.Site, site), ViewScope.All, stop))!.Row;
        await SiteContacts.EnterAsync(cast.As("SUS"), new(site, new IdentifySite(row.Sponsor!, study, row.Country!, row.Code!, row.Title!, TimeZone: (string?)row.Doc["timeZone"])), stop);
    }

    /// <summary>Plays whatever is open in a country and at its site until the journey can go on.</summary>
    /// <param name="there">Can it?</param>
    /// <param name="study">The study.</param>
    /// <param name="site">The one site that the journey follows.</param>
    /// <param name="watched">Items whose acts the journey does itself.</param>
    public async Task PlayUntilAsync(Func<IReadOnlyList<StoredView>, bool> there, string study, ActorId site, Func<ViewRow, bool> watched)
    {
        var deadline = DateTimeOffset.UtcNow + Patience;
        var obstacles = new SortedSet<string>(StringComparer.Ordinal);
        var tries = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var last = -1; ;)
        {
            var rows = await RowsAsync(study);
            if (there(rows))
            {
                return;
            }

            Assert.True(DateTimeOffset.UtcNow < deadline, $"nothing goes on at {site}: {string.Join(" | ", obstacles)}; open: {string.Join(", ", rows.Where(r => r.Row.Status is "open" or "blocked" or "waiting").Select(r => $"{r.Id}/{r.Row.Code}"))}");
            var acts = 0;
            var view = new Rows(rows);
            foreach (var row in rows.Where(r => Watched.Contains(r.Id.Kind) && IsNear(r.Row, site) && !watched(r.Row)))
            {
                foreach (var act in world.Next(new WorldItem(row.Id, row.Row), view).Where(a => !played.Contains(a.Key)))
                {
                    troupe.ReadMail([act]);
                    if (await troupe.PlayAsync(act, tries[act.Key] = tries.GetValueOrDefault(act.Key) + 1, Today, TestContext.Current.CancellationToken) is { } obstacle)
                    {
                        obstacles.Add($"{act.Key}: {obstacle}");
                    }
                    else
                    {
                        played.Add(act.Key);
                        acts++;
                    }
                }
            }

            last = acts > 0 ? -1 : last;
            if (acts == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>All rows of a study.</summary>
    public async Task<IReadOnlyList<StoredView>> RowsAsync(string study)
    {
        var rows = new List<StoredView>();
        foreach (var kind in (ActorKind[])[.. Watched, ActorKind.Site, ActorKind.StudyCountry])
        {
            var query = new ViewQuery(kind, ViewScope.All) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [study] }, Limit = 2_000 };
            rows.AddRange((await server.Storage.Views.QueryAsync(query, TestContext.Current.CancellationToken)).Items);
        }

        return rows;
    }

    public void Dispose()
    {
        cast.Dispose();
        administrator.Dispose();
    }

    private static LocalDate Today => LocalDate.FromDateTime(DateTime.UtcNow);

    private static bool IsNear(ViewRow row, ActorId site) => row.Site == site.Key || (row.Site is null && (row.Country is null || site.Key.Contains($".{row.Country}-", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The smooth choice everywhere, and no visit before the selection: its day would lie in the future.</summary>
    private sealed class Smoothly : IWorldPolicy
    {
        public string Choose(string question, WorldItem item, string key, IReadOnlyList<string> choices, SplitRandom random) => question == "sqv-plan" ? "Waiver" : choices[0];
    }

    private sealed class Rows(IReadOnlyList<StoredView> rows) : IWorldView
    {
        private readonly Dictionary<ActorId, ViewRow> byId = rows.ToDictionary(r => r.Id, r => r.Row);

        public ViewRow? Find(ActorId id) => byId.GetValueOrDefault(id);
    }
}
