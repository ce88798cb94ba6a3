using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Workflows.Simulation.World;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>
/// Plays a whole start-up on virtual time in a database born rehearsal. It uses what people use (the links in the mails
/// that were really produced, and the REST API) and has no way into the actors of its own; no mail leaves.
/// </summary>
public static class Rehearsal
{
    private static readonly string[] Over = ["active", "dropped", "declined", "not-selected", "closed"];

    /// <summary>Plays until every site is active or has ended, or until the day that was asked for.</summary>
    public static async Task<RehearsalReport> RunAsync(RehearsalRequest request, Action<RehearsalProgress>? progress, CancellationToken cancellationToken)
    {
        var begin = request.Begin.At(new LocalTime(8, 0)).InUtc().ToInstant();
        await using var host = await RehearsalHost.StartAsync(request, begin, cancellationToken);
        var run = StageMark.Count(host.Folder);
        if (request.Resume && run == 0)
        {
            throw new RehearsalException("The dry run ended before its study had begun; nothing can go on. Begin anew in a new folder.");
        }

        using var ledger = request.Ledger is { } file ? new ActLedger(file) : null;
        using var administrator = new ApiSession(host.Address, $"operator{(run == 0 ? "" : $"-{run}")}", host.AdministratorToken, ledger);
        using var cast = run == 0 ? await Cast.AssembleAsync(host.Address, administrator, ledger, cancellationToken) : await Cast.RejoinAsync(host.Address, administrator, run, ledger, cancellationToken);
        if (run == 0)
        {
            await StageSetter.SetAsync(request.Copy, administrator, cast, host, cancellationToken);
        }

        StageMark.Add(host.Folder);

        var paper = await UploadPaperAsync(administrator, cancellationToken);
        var visitor = new TaskPageVisitor(host.Address, PaperBytes);
        var mail = new PickupMail(Path.Combine(host.Folder, "mail"));
        var troupe = new Troupe(cast, mail, visitor, host.Services.GetRequiredService<ContractCatalog>(), paper, ledger);
        var world = new World(new SplitRandom(unchecked((ulong)request.Seed)), new UsualWorld());
        var surroundings = new Surroundings(world, host.Services.GetRequiredService<IStorage>(), host.Services.GetRequiredService<CountryPackCatalog>());
        var play = new Play(request, host, troupe, surroundings, progress);
        if (run > 0)
        {
            await surroundings.LookAtEverythingAsync(cancellationToken);
        }

        await play.RunAsync(cancellationToken);
        RehearsalClock.Keep(host.Folder, host.Clock.Now);
        return await ReportAsync(request, host, troupe, mail, play, cancellationToken);
    }

    /// <summary>True when nothing more is to come for a site in this status.</summary>
    internal static bool IsOver(string status) => Over.Contains(status);

    /// <summary>The smallest paper that looks like one: a PDF of one empty page.</summary>
    private static byte[] PaperBytes { get; } = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private static async Task<StoredPaper> UploadPaperAsync(ApiSession administrator, CancellationToken cancellationToken)
    {
        var stored = (await administrator.UploadAsync("paper.pdf", PaperBytes, cancellationToken)).Require("upload a paper");
        return new StoredPaper(stored["sha256"]!.GetValue<string>(), PaperBytes.Length);
    }

    private static async Task<RehearsalReport> ReportAsync(
        RehearsalRequest request, RehearsalHost host, Troupe troupe, PickupMail mail, Play play, CancellationToken cancellationToken)
    {
        mail.ReadNew();
        var views = host.Services.GetRequiredService<IViewQueries>();
        var sites = await AllAsync(views, ActorKind.Site, request.Copy.Study, cancellationToken);
        var plans = await AllAsync(views, ActorKind.Workflow, request.Copy.Study, cancellationToken);
        var activations = sites.Where(s => s.Row.Status == "active").Select(s => s.Row.Doc["actual"]?.GetValue<string>()).OfType<string>()
            .Select(d => NodaTime.Text.LocalDatePattern.Iso.Parse(d).Value).Order().ToList();
        return new RehearsalReport(
            request.Copy.Study, request.Seed, request.Begin, host.Clock.Now.InUtc().Date, sites.Count,
            sites.GroupBy(s => s.Row.Status).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
            activations.Count == 0 ? null : activations[0], activations.Count == 0 ? null : activations[^1],
            troupe.Acts, troupe.Answers, mail.Count, play.Postponed,
            [.. plans.Where(p => p.Row.Status == "blocked").Select(p => $"{p.Row.Site ?? p.Row.Country ?? p.Row.Study}: {p.Row.Title}: {p.Row.Doc["blockedSteps"]?.ToJsonString()}").Order(StringComparer.Ordinal)],
            [.. sites.Where(s => !IsOver(s.Row.Status)).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Row.Code}: {s.Row.Status}, waits on {s.Row.WaitingOn} since {s.Row.WaitingSince:uuuu-MM-dd}"))])
        {
            SiteResults = [.. sites.OrderBy(s => s.Row.Code, StringComparer.Ordinal).Select(s => new RehearsedSite(s.Row.Code ?? s.Id.Key, s.Row.Country, s.Row.Status, Reached(s.Row.Doc)))],
        };
    }

    private static Dictionary<string, NodaTime.LocalDate> Reached(JsonObject doc) => Domain.Milestones.MilestoneCatalog.Of(Domain.Actors.Shared.ScopeLevel.Site)
        .Select(m => (m.Code, On: Sites.SiteReader.Date(doc, $"{m.Code}.actual"))).Where(m => m.On is not null).ToDictionary(m => m.Code, m => m.On!.Value, StringComparer.Ordinal);

    private static async Task<List<StoredView>> AllAsync(IViewQueries views, ActorKind kind, string study, CancellationToken cancellationToken)
    {
        var rows = new List<StoredView>();
        string? cursor = null;
        do
        {
            var query = new ViewQuery(kind, ViewScope.All) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [study] }, Limit = 2_000, Cursor = cursor };
            var page = await views.QueryAsync(query, cancellationToken);
            rows.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return rows;
    }
}
