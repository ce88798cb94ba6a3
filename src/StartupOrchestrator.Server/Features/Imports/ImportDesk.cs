using System.Security.Cryptography;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Processes;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>Reads a file, compares it with what stands, and, unless only a preview is wanted, starts the process that enters it.</summary>
internal sealed class ImportDesk(IActorRuntime runtime, IViewQueries views)
{
    /// <summary>A registry record.</summary>
    public async Task<IResult> RegistryAsync(HttpContext http, Caller caller, ReadOnlyMemory<byte> content, bool preview)
    {
        var reading = RegistryRecordReader.Read(content);
        var existing = reading.Content is { } study
            ? await ExistingStudy.ReadAsync(views, ViewScope.All, ImportPlanner.KeyOf(study), http.RequestAborted)
            : ExistingStudy.None;
        var plan = ImportPlanner.Plan(reading, existing);
        var sponsor = reading.Content is { } s ? ImportPlanner.Slug(s.Sponsor) : null;
        return plan.Study is not null && !caller.ScopeOf(Right.SetUpStudies).Covers(new ScopePart(existing.Study?.Row.Sponsor ?? sponsor, plan.Study, null, null))
            ? Problems.Forbidden("import a study of this sponsor")
            : await AcceptAsync(http, caller, plan, content, sponsor, preview);
    }

    /// <summary>A site list.</summary>
    public async Task<IResult> SitesAsync(HttpContext http, Caller caller, string study, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> mapping, bool preview)
    {
        var existing = await ExistingStudy.ReadAsync(views, ViewScope.All, study, http.RequestAborted);
        if (existing.Study is null || await views.FindAsync(existing.Study.Id, caller.Readable(ActorKind.Study), http.RequestAborted) is null)
        {
            return Problems.NotFound("study");
        }

        if (!caller.ScopeOf(Right.RecordStartUp).Covers(new ScopePart(existing.Study.Row.Sponsor, study, null, null)))
        {
            return Problems.Forbidden("add sites to this study");
        }

        var plan = ImportPlanner.Plan(SiteListReader.Read(SiteListReader.Decode(content.Span), mapping), existing.Study, existing);
        return await AcceptAsync(http, caller, plan, content, existing.Study.Row.Sponsor, preview);
    }

    private async Task<IResult> AcceptAsync(HttpContext http, Caller caller, ImportPreview plan, ReadOnlyMemory<byte> content, string? sponsor, bool preview)
    {
        if (preview || plan.Items.IsEmpty)
        {
            return TypedResults.Ok(ImportAnswer.Of(plan, null));
        }

        if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var commandId))
        {
            return Problems.Invalid(IdempotencyKey.Header, "Give a key of 1 to 200 characters, or leave the header out.");
        }

        // The process is named by what it does: the same file against the same records is the same work, however often it is sent.
        var items = string.Join('\n', plan.Items.Select(i => i.Key));
        var key = DerivedId.From("import", Convert.ToHexStringLower(SHA256.HashData(content.Span)), items);
        var id = new ActorId(ActorKind.Process, key);
        var start = new StartProcess("import", $"Import of {plan.Study}", plan.Items, Dispatch: true, sponsor, plan.Study);
        var result = await runtime.SendAsync(new Envelope(commandId, id, start, new Origin(caller.Person.ToString())), http.RequestAborted);
        return result is CommandResult.Refused { Refusal: { Kind: not RefusalKind.NotUnique } refusal } ? Problems.Of(refusal) : TypedResults.Ok(ImportAnswer.Of(plan, key));
    }
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Study">Key of the study; null when the file cannot be used.</param>
/// <param name="Title">The study's title.</param>
/// <param name="New">How many things would be new.</param>
/// <param name="Changed">How many would change.</param>
/// <param name="Unchanged">How many stand as the file says.</param>
/// <param name="Rows">Each thing.</param>
/// <param name="Problems">Each wrong cell.</param>
/// <param name="Ignored">What is left out on purpose.</param>
/// <param name="Process">Key of the work that enters it; null when nothing is to be done or only a preview was asked.</param>
public sealed record ImportAnswer(
    string? Study, string? Title, int New, int Changed, int Unchanged, IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems,
    [property: Told] IReadOnlyList<string> Ignored, string? Process)
{
    internal static ImportAnswer Of(ImportPreview plan, string? process) =>
        new(plan.Study, plan.Title, plan.New, plan.Changed, plan.Unchanged, plan.Rows, plan.Problems, plan.Ignored, process);
}
