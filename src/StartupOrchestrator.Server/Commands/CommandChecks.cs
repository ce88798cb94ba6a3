using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Accounts;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Commands;

/// <summary>What only the host can check of a command: that files which it names are kept, and that a named approver may approve there.</summary>
public sealed class CommandChecks(IBlobStore blobs, AccountDirectory accounts, ContractCatalog catalog, TimeProvider time)
{
    /// <summary>Why the command cannot be sent; null when it can.</summary>
    /// <param name="command">The command.</param>
    /// <param name="where">The place of its target.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<Refusal?> FindAsync(Command command, ScopePart where, CancellationToken cancellationToken)
    {
        foreach (var (sha256, size) in FilesIn(JsonNode.Parse(catalog.WriteData(command))))
        {
            await using var content = sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) ? await blobs.OpenAsync(sha256, cancellationToken) : null;
            if (content is null || (content.CanSeek && content.Length != size))
            {
                return Refusal.Invalid("file", "This file is not kept here, or has another size. Upload it first (POST /api/v1/files) and name it as the answer says.");
            }
        }

        return command is WaiveDocument waive && !await MayApproveAsync(waive.Approver, where, cancellationToken)
            ? Refusal.Invalid("approver", "The person named as approver may not approve here. Name somebody with a role that approves in this study.")
            : null;
    }

    private async Task<bool> MayApproveAsync(string approver, ScopePart where, CancellationToken cancellationToken)
    {
        var key = approver.Replace("person/", "", StringComparison.Ordinal);
        return await accounts.FindAsync(key, cancellationToken) is { IsOpen: true } account
            && Caller.At(time.Now(), new ActorId(ActorKind.Person, key), account.Grants).ScopeOf(Right.ApproveGates).Covers(where);
    }

    private static IEnumerable<(string Sha256, long Size)> FilesIn(JsonNode? node) => node switch
    {
        JsonObject o when o["sha256"] is JsonValue hash && o["size"] is JsonValue size => [(hash.GetValue<string>(), size.GetValue<long>())],
        JsonObject o => o.SelectMany(p => FilesIn(p.Value)),
        JsonArray a => a.SelectMany(FilesIn),
        _ => [],
    };
}
