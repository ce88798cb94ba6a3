using System.Globalization;
using System.Text.Json;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>
/// Reads a study record in the ClinicalTrials.gov v2 JSON form. The registry's contacts (names, e-mails, phones) are
/// never kept: they were published for another purpose.
/// </summary>
public static class RegistryRecordReader
{
    /// <summary>The largest record taken, in bytes; the largest in the registry is far below.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads a whole record.</summary>
    public static ImportReading<ImportedStudy> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaximumBytes)
        {
            return Unusable("file", null, $"The file is larger than {MaximumBytes / 1024 / 1024} MB, which no registry record is. Export one study, not a search result.");
        }

        try
        {
            using var document = JsonDocument.Parse(SkipByteOrderMark(json), Options);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return Unusable(
                $"line {(e.LineNumber ?? 0) + 1}, position {(e.BytePositionInLine ?? 0) + 1}",
                null,
                "This is not valid JSON. Download the record again as JSON from the registry and import that file.");
        }
    }

    private static ReadOnlyMemory<byte> SkipByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;

    private static ImportReading<ImportedStudy> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Child(root, "protocolSection") is not { ValueKind: JsonValueKind.Object } protocol)
        {
            return Unusable("file", null, "There is no 'protocolSection': this is not a ClinicalTrials.gov v2 study record.");
        }

        var problems = new List<ImportProblem>();
        var identification = Child(protocol, "identificationModule");
        var registryId = Text(identification, "nctId");
        if (registryId is null || !IsRegistryId(registryId))
        {
            return Unusable("protocolSection.identificationModule.nctId", registryId, "The registry number is missing or not of the form NCT followed by eight digits.");
        }

        var sponsor = Text(Child(Child(protocol, "sponsorCollaboratorsModule"), "leadSponsor"), "name");
        if (sponsor is null)
        {
            problems.Add(new("protocolSection.sponsorCollaboratorsModule.leadSponsor.name", null, "The record names no lead sponsor; the study is kept under 'Unknown sponsor'."));
        }

        var design = Child(protocol, "designModule");
        var study = new ImportedStudy(
            registryId,
            Text(Child(identification, "orgStudyIdInfo"), "id") ?? registryId,
            Text(identification, "briefTitle") ?? Text(identification, "officialTitle") ?? registryId,
            Text(identification, "officialTitle"),
            Text(identification, "acronym"),
            sponsor ?? "Unknown sponsor",
            Phase(design),
            Texts(Child(protocol, "conditionsModule"), "conditions"),
            Number(Child(design, "enrollmentInfo"), "count"),
            RegistryLocations.Read(Child(Child(protocol, "contactsLocationsModule"), "locations"), problems));
        return new(study, problems, Ignored(protocol));
    }

    private static List<string> Ignored(JsonElement protocol)
    {
        var ignored = new List<string>();
        var contacts = Child(protocol, "contactsLocationsModule");
        if (Child(contacts, "centralContacts") is not null || Child(contacts, "overallOfficials") is not null)
        {
            ignored.Add("Contacts of the registry: published for another purpose, not kept.");
        }

        return ignored;
    }

    private static string? Phase(JsonElement? design)
    {
        var phases = Texts(design, "phases").Where(p => p != "NA").Select(p => p switch
        {
            "EARLY_PHASE1" => "Early phase 1",
            _ when p.StartsWith("PHASE", StringComparison.Ordinal) => $"Phase {p[5..]}",
            _ => p,
        }).ToList();
        return phases.Count == 0 ? null : string.Join("/", phases);
    }

    private static bool IsRegistryId(string text) =>
        text.Length == 11 && text.StartsWith("NCT", StringComparison.Ordinal) && text[3..].All(char.IsAsciiDigit);

    internal static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } p && p.TryGetProperty(name, out var child) ? child : null;

    internal static string? Text(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } text && !string.IsNullOrWhiteSpace(text.GetString())
            ? text.GetString()!.Trim()
            : null;

    private static int? Number(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value
            : int.TryParse(Text(parent, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    private static List<string> Texts(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!.Trim()).Where(t => t.Length > 0)]
            : [];

    private static ImportReading<ImportedStudy> Unusable(string where, string? value, string message) =>
        new(null, [new(where, value, message)], []);
}
