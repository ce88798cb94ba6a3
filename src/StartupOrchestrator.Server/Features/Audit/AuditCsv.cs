using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime.Text;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Audit;

/// <summary>The audit trail as a table: one line a changed field; an act without changed fields is one line.</summary>
internal static class AuditCsv
{
    public static string Of(IEnumerable<AuditLine> lines)
    {
        var text = new StringBuilder();
        Csv.AppendRow(text, ["recordedAtUtc", "record", "version", "by", "name", "onBehalfOf", "command", "field", "old", "new", "reason", "cause"]);
        foreach (var line in lines)
        {
            foreach (var change in line.Changes.Count == 0 ? [new AuditChange("", null, null)] : line.Changes)
            {
                Csv.AppendRow(text,
                [
                    InstantPattern.ExtendedIso.Format(line.At), line.Id, line.Version.ToString(CultureInfo.InvariantCulture), line.By, line.ByName, line.OnBehalfOf, line.Command, change.Field,
                    Text(change.Old), Text(change.New), line.Reason, line.Cause,
                ]);
            }
        }

        return text.ToString();
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString();
}
