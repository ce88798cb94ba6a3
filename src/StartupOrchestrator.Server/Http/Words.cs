using System.Collections.Frozen;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Server.Http;

/// <summary>Codes in the words of the field.</summary>
public static class Words
{
    private static readonly FrozenDictionary<string, string> Statuses = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cda-pending"] = "CDA pending",
        ["cda-executed"] = "CDA executed",
        ["ready-for-siv"] = "Ready for SIV",
        ["in-start-up"] = "In start-up",
        ["back-up"] = "Back-up",
        ["active"] = "Activated",
        ["greenlit"] = "Conditions met",
        ["faulted"] = "Blocked step",
        ["not-required"] = "Not required (approved)",
        ["waived"] = "Not required (approved)",
        ["rfi-open"] = "RFI open",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A status for people: <c>in-start-up</c> is "In start-up".</summary>
    public static string Status(string status)
    {
        if (Statuses.TryGetValue(status, out var word))
        {
            return word;
        }

        var text = status.Replace('-', ' ').Replace("rfi", "RFI", StringComparison.Ordinal);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>What a record is, where its row names only its type.</summary>
    public static string Title(ActorKind kind, Domain.Actors.ViewRow row) => kind switch
    {
        ActorKind.Submission when row.Title is null || row.Title == row.Type => row.Type switch
        {
            "ctr-initial" => "Application under the EU CTR",
            "ethics-local" => "Local ethics committee",
            "ethics-central" => "Central ethics committee",
            "authority" => "Application to the authority",
            "governance" => "Hospital governance",
            "import-licence" => "Import licence",
            { } type => Status(type),
            null => "Submission",
        },
        ActorKind.Contract => "Contract and site budget",
        _ => row.Title ?? row.Code ?? (row.Type is null ? Kind(kind) : Status(row.Type)),
    };

    /// <summary>What a kind of record is called within a sentence.</summary>
    public static string Kind(ActorKind kind) => kind switch
    {
        ActorKind.Study => "study",
        ActorKind.StudyCountry => "country",
        ActorKind.Site => "site",
        ActorKind.Document => "document",
        ActorKind.Submission => "submission",
        ActorKind.Contract => "contract",
        ActorKind.Task => "task",
        ActorKind.Person => "person",
        ActorKind.Workflow => "plan",
        ActorKind.Definition => "workflow definition",
        ActorKind.Process => "process",
        ActorKind.Organisation => "setting",
        ActorKind.Trigger => "trigger",
        ActorKind.Note => "note",
        ActorKind.SavedView => "view",
        ActorKind.Letter => "mail",
    };

    /// <summary>The kind's place in addresses: <c>/api/v1/sites</c>.</summary>
    public static string Path(ActorKind kind) => kind switch
    {
        ActorKind.Study => "studies",
        ActorKind.StudyCountry => "countries",
        ActorKind.Site => "sites",
        ActorKind.Document => "documents",
        ActorKind.Submission => "submissions",
        ActorKind.Contract => "contracts",
        ActorKind.Task => "tasks",
        ActorKind.Person => "people",
        ActorKind.Workflow => "plans",
        ActorKind.Definition => "definitions",
        ActorKind.Process => "processes",
        ActorKind.Organisation => "settings",
        ActorKind.Trigger => "triggers",
        ActorKind.Note => "notes",
        ActorKind.SavedView => "views",
        ActorKind.Letter => "mail",
    };
}
