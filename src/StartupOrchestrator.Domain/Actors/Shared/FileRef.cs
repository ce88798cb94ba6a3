namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>A stored file. Its bytes are durable before any command names it.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes: also its address.</param>
/// <param name="Name">File name as given; personal, therefore a reference.</param>
/// <param name="Size">Bytes.</param>
/// <param name="MediaType">For example <c>application/pdf</c>.</param>
public sealed record FileRef(string Sha256, PersonalRef Name, long Size, string MediaType)
{
    internal Refusal? Check(string field) =>
        Sha256.Length != 64 || !Sha256.All(c => char.IsAsciiHexDigitLower(c)) ? Refusal.Invalid($"{field}.sha256", "A file is named by the 64 lower-case hex digits of its SHA-256.")
        : Size <= 0 ? Refusal.Invalid($"{field}.size", "The file is empty. Send a file with content.")
        : null;
}
