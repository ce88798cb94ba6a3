using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Runtime.Records;

/// <summary>Tells a repeated command from another one under the same id.</summary>
public static class BodyHash
{
    /// <summary>SHA-256 (hex) of target, command and origin. Time of arrival and expected version are not part of it.</summary>
    public static string Of(Envelope envelope, ContractCatalog catalog)
    {
        var contract = catalog.Of(envelope.Command);
        var text = new StringBuilder(512)
            .Append(envelope.Target).Append('\n')
            .Append(contract.Name).Append('\n')
            .Append(catalog.WriteData(envelope.Command)).Append('\n')
            .Append(JsonSerializer.Serialize(envelope.Origin, catalog.Options));
        if (!envelope.Watches.IsDefaultOrEmpty)
        {
            text.Append('\n').Append(JsonSerializer.Serialize(envelope.Watches, catalog.Options));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
