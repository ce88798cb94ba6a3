using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>
/// Takes personal values out of a mail's row: they go to the table of personal values in the same commit, where they can be
/// erased. The nonce is random; it is made where the commit is written, never by a decision.
/// </summary>
internal static class SealedMail
{
    private const int NonceLength = 32;

    public static (SendMail Mail, ImmutableArray<SealedValue> Values) Of(ActorId self, SendMail mail)
    {
        var data = (JsonObject)mail.Data.DeepClone();
        var values = ImmutableArray.CreateBuilder<SealedValue>();
        foreach (var member in mail.Personal)
        {
            if (data[member] is not JsonValue text || !text.TryGetValue<string>(out var value))
            {
                continue;
            }

            var nonce = RandomNumberGenerator.GetHexString(NonceLength, lowercase: true);
            var reference = new PersonalRef(
                DerivedId.From("personal", self.ToString(), mail.Key, member, nonce), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nonce + value))));
            values.Add(new SealedValue(reference, nonce, value, null));
            data[member] = new JsonObject { ["id"] = reference.Id, ["hash"] = reference.Hash };
        }

        return (mail with { Data = data, Personal = [] }, values.ToImmutable());
    }
}
