using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Server.Commands;

/// <summary>
/// Turns personal values into references. Id and nonce follow from the command id and the installation's sealing key: a
/// request that is sent again seals alike (so it is the same command), yet nobody without the key can guess a nonce.
/// </summary>
public sealed class PersonalSealer(SealingKey key)
{
    /// <summary>Seals one value.</summary>
    /// <param name="commandId">The command that brings it.</param>
    /// <param name="path">Where in the command it stands.</param>
    /// <param name="value">The value.</param>
    /// <param name="subject">The person whom it concerns (<c>person/…</c>), if known.</param>
    public SealedValue Seal(string commandId, string path, string value, string? subject)
    {
        var nonce = Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes.Span, Encoding.UTF8.GetBytes($"{commandId}\n{path}")))[..32];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nonce + value)));
        return new SealedValue(new PersonalRef(DerivedId.From("personal", commandId, path, nonce), hash), nonce, value, subject);
    }
}

/// <summary>Secret of the installation (32 random bytes) from which nonces are derived.</summary>
/// <param name="Bytes">The secret.</param>
public sealed record SealingKey(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads the key's file, or makes one that only this user may read.</summary>
    public static SealingKey Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "sealing.key");
        if (!File.Exists(path))
        {
            var draft = Path.Combine(folder, $"sealing.{Environment.ProcessId}.tmp");
            File.WriteAllBytes(draft, RandomNumberGenerator.GetBytes(32));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(draft);
            }
        }

        return new SealingKey(File.ReadAllBytes(path));
    }

    /// <summary>A key for this process only, for memory stores.</summary>
    public static SealingKey Passing() => new(RandomNumberGenerator.GetBytes(32));
}
