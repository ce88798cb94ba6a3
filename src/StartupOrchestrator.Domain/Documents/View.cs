using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>The row of a document.</summary>
internal static class DocumentView
{
    public static ViewRow? Of(DocumentState state) => !state.Exists ? null : state.Scope.Into(new ViewRow
    {
        Type = state.Type,
        Status = StatusName.Of(state.Status),
        Code = state.Artefact,
        Title = state.Title,
        Owner = state.OwnerRole ?? state.Person,
        Due = state.Due,
        WaitingOn = WaitingOn(state),
        WaitingSince = WaitingOn(state) is null ? null : state.Since,
        Doc = new JsonObject()
            .Set("level", StatusName.Of(state.Scope.Level)).Set("artefact", state.Artefact).Set("person", state.Person).Set("language", state.Language)
            .Set("requiredFor", [.. StatusName.Of(state.RequiredFor.OrEmpty())]).Set("since", state.Since)
            .Set("version", state.Latest?.Number).Set("label", state.Latest?.Label).Set("dated", state.Latest?.Dated).Set("receivedOn", state.Latest?.ReceivedOn)
            .Set("fileName", state.Latest?.File.Name).Set("sha256", state.Latest?.File.Sha256).Set("size", state.Latest?.File.Size).Set("mediaType", state.Latest?.File.MediaType)
            .Set("countingVersion", state.Counting?.Number).Set("countingLabel", state.Counting?.Label).Set("validUntil", state.Counting?.ValidUntil)
            .Set("expectedVersion", state.ExpectedVersion).Set("expiryWarned", state.ExpiryWarned).Set("secondReview", state.SecondReview)
            .Set("firstApprover", state.FirstApprover).Set("rejections", state.Rejections == 0 ? null : state.Rejections)
            .Set("reasonCode", state.ReasonCode).Set("note", state.Note).Set("approver", state.Approver)
            .NestAll("versions", state.Versions),
    });

    private static string? WaitingOn(DocumentState state) => state.Status switch
    {
        DocumentStatus.Requested or DocumentStatus.Rejected => state.OwnerRole is null ? state.Scope.Level == ScopeLevel.Site ? Party.Site : Party.Us : Party.OfRole(state.OwnerRole),
        DocumentStatus.Expected or DocumentStatus.Received or DocumentStatus.InReview or DocumentStatus.Superseded or DocumentStatus.Expired => Party.Us,
        DocumentStatus.Approved or DocumentStatus.Effective or DocumentStatus.NotApplicable or DocumentStatus.Waived => null,
    };
}
