using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>What a file says about a study: facts only, nothing of the registry's contacts.</summary>
/// <param name="RegistryId">The registry's number, for example NCT02552212; names the study's key.</param>
/// <param name="ProtocolNumber">The sponsor's number for the protocol.</param>
/// <param name="Title">Short title.</param>
/// <param name="OfficialTitle">Full title, if given.</param>
/// <param name="Acronym">Acronym, if given.</param>
/// <param name="Sponsor">Lead sponsor.</param>
/// <param name="Phase">In words, for example "Phase 3"; null when the record has none.</param>
/// <param name="Conditions">What is studied.</param>
/// <param name="PlannedParticipants">Number of participants; null when the record has none.</param>
/// <param name="Sites">In the file's order.</param>
public sealed record ImportedStudy(
    string RegistryId,
    string ProtocolNumber,
    string Title,
    string? OfficialTitle,
    string? Acronym,
    string Sponsor,
    string? Phase,
    IReadOnlyList<string> Conditions,
    int? PlannedParticipants,
    IReadOnlyList<ImportedSite> Sites);

/// <summary>One site as a file names it.</summary>
/// <param name="Where">Where in the file: "location 12" or "line 7"; for messages.</param>
/// <param name="Institution">The institution's name; "City (unnamed)" where the file has none.</param>
/// <param name="City">City.</param>
/// <param name="State">State, region or county; null when the file has none.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Code">The number by which the sponsor calls the site; null when the file has none.</param>
public sealed record ImportedSite(string Where, string Institution, string City, string? State, string Country, string? Code);

/// <summary>Something in a file that cannot be taken as it stands.</summary>
/// <param name="Where">Cell or path, for example "line 7, column country".</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ImportProblem([property: Told] string Where, string? Value, [property: Told] string Message);

/// <summary>What was read, and what was wrong with the rest.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
/// <param name="Content">Null when nothing of the file can be used.</param>
/// <param name="Problems">Each wrong cell.</param>
/// <param name="Ignored">What is left out on purpose, in words.</param>
public sealed record ImportReading<T>(T? Content, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> Ignored)
    where T : class;
