using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>The row of a submission.</summary>
internal static class SubmissionView
{
    public static ViewRow? Of(SubmissionState state)
    {
        if (!state.Exists)
        {
            return null;
        }

        var rfi = state.OpenRfi;
        var waiting = WaitingOn(state);
        return state.Scope.Into(new ViewRow
        {
            Type = StatusName.Of(state.Type),
            Status = StatusName.Of(Shown(state)),
            Code = state.Number,
            Title = state.Title ?? state.Body ?? Words(state.Type),
            Owner = "REG",
            Due = Due(state),
            WaitingOn = waiting,
            WaitingSince = waiting is null ? null : state.Since,
            Doc = new JsonObject()
                .Set("jurisdiction", state.Jurisdiction).Set("body", state.Body).Set("parent", state.Parent?.ToString()).Set("since", state.Since)
                .Set("requiredFor", [.. StatusName.Of(state.RequiredFor.OrEmpty())]).Set("sites", state.Sites)
                .Set("target", state.Target).Set("submittedOn", state.SubmittedOn).Set("validOn", state.ValidOn).Set("partsConcludedOn", state.PartsConcludedOn)
                .Set("decidedOn", state.DecidedOn).Set("decision", state.Decision is { } d ? StatusName.Of(d) : null).Set("validUntil", state.ValidUntil)
                .Set("statutoryDue", state.Deadline?.Date).Set("statutoryDuePossible", state.Deadline?.Possible).Set("dueExplained", state.Deadline?.Steps ?? [])
                .Set("dueUnverified", state.Deadline?.Unverified ?? false)
                .Set("clock", state.Clock?.Code).Set("clockName", state.Clock?.Name).Set("clockFrom", state.Clock?.ValidFrom).Set("clockVerified", state.Clock?.Verified ?? false)
                .Set("packVersion", state.PackVersion)
                .Set("rfi", rfi?.Index).Set("rfiKind", rfi is null ? null : StatusName.Of(rfi.Kind)).Set("rfiStatus", rfi is null ? null : StatusName.Of(rfi.Status))
                .Set("rfiDue", rfi?.Due).Set("rfiDueCommunicated", rfi?.CommunicatedDue).Set("rfiDueComputed", rfi?.ComputedDue).Set("rfiDuePossible", rfi?.PossibleDue)
                .Set("rfiCount", state.Rfis.Length == 0 ? null : state.Rfis.Length)
                .NestAll("rfis", state.Rfis).NestAll("stretches", state.Stretches).NestAll("parts", state.Parts)
                .NestAll("documents", state.Documents).NestAll("covers", state.Covers).NestAll("conditions", state.Conditions),
        });
    }

    private static string Words(SubmissionType type) => type switch
    {
        SubmissionType.Authority => "Authority submission",
        SubmissionType.EthicsCentral => "Central ethics committee",
        SubmissionType.EthicsLocal => "Local ethics committee",
        SubmissionType.Governance => "Hospital governance",
        SubmissionType.ImportLicence => "Import licence",
        SubmissionType.CtrInitial => "EU CTR application",
        SubmissionType.CtrPartOne => "EU CTR Part I",
        SubmissionType.CtrPartTwo => "EU CTR Part II",
        SubmissionType.CtrDecision => "EU CTR decision",
        SubmissionType.CtrAddition => "EU CTR addition of a member state",
        SubmissionType.Modification => "Substantial modification",
        SubmissionType.Notification => "Notification",
    };

    // Authorities decide the parts, one country after the other; the application itself is never decided, and once it is
    // valid nobody owes it anything: its parts wait, each on its own side.
    private static SubmissionStatus Shown(SubmissionState state) =>
        state.Parts.Any(p => p.Type == SubmissionType.CtrDecision) && state.Parts.All(p => p.Decision is not null) ? SubmissionStatus.Decided : state.Status;

    private static bool WaitsThroughParts(SubmissionState state) =>
        Shown(state) == SubmissionStatus.Decided || (state.Status == SubmissionStatus.Assessing && state.Parts.Length > 0);

    private static LocalDate? Due(SubmissionState state) => WaitsThroughParts(state) ? null : state.Status switch
    {
        SubmissionStatus.Planned or SubmissionStatus.Compiling or SubmissionStatus.Ready => state.Target,
        SubmissionStatus.RfiOpen => state.OpenRfi?.Due,
        SubmissionStatus.Submitted or SubmissionStatus.Assessing or SubmissionStatus.RfiAnswered => state.Deadline?.Date,
        SubmissionStatus.Decided => null,
    };

    private static string? WaitingOn(SubmissionState state) => WaitsThroughParts(state) ? null : state.Status switch
    {
        SubmissionStatus.Planned or SubmissionStatus.Compiling or SubmissionStatus.Ready or SubmissionStatus.RfiOpen => Party.Us,
        SubmissionStatus.Submitted or SubmissionStatus.Assessing or SubmissionStatus.RfiAnswered => Side(state.Type),
        SubmissionStatus.Decided => null,
    };

    private static string Side(SubmissionType type) => type switch
    {
        SubmissionType.EthicsCentral or SubmissionType.EthicsLocal or SubmissionType.CtrPartTwo => Party.Ethics,
        SubmissionType.Governance => Party.Site,
        SubmissionType.Authority or SubmissionType.ImportLicence or SubmissionType.CtrInitial or SubmissionType.CtrPartOne or SubmissionType.CtrDecision
            or SubmissionType.CtrAddition or SubmissionType.Modification or SubmissionType.Notification => Party.Authority,
    };
}
