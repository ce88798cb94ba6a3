using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Runtime.Storage.Views;

namespace StartupOrchestrator.Storage.Reading;

/// <summary>A row of the table <c>views</c>; see <see cref="ViewColumns"/> for how absent values look.</summary>
public sealed record SqlViewRow(
    string Stream, long Version, string Type, string Status, string Sponsor, string Study, string Country, string Site, string Code, string Title,
    string Owner, string Due, string WaitingOn, string WaitingSince, string Doc)
{
    /// <summary>The columns in this order, for selects.</summary>
    public const string Columns = "stream, version, type, status, sponsor, study, country, site, code, title, owner, due, waiting_on as waitingOn, waiting_since as waitingSince, doc";

    /// <summary>The row as the runtime knows it.</summary>
    public StoredView ToView() => new(ActorId.Parse(Stream), Version, new ViewRow
    {
        Type = Word(Type),
        Status = Status,
        Sponsor = Word(Sponsor),
        Study = Word(Study),
        Country = Word(Country),
        Site = Word(Site),
        Code = Word(Code),
        Title = Word(Title),
        Owner = Word(Owner),
        Due = ViewColumns.Date(Due),
        WaitingOn = Word(WaitingOn),
        WaitingSince = ViewColumns.Date(WaitingSince),
        Doc = JsonNode.Parse(Doc)!.AsObject(),
    });

    private static string? Word(string text) => text.Length == 0 ? null : text;
}
