using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>Something wrong in the file of a country pack.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">JSON path of the place.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record PackError(string File, string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Path}: {Message}";
}

/// <summary>What came of reading a file: a pack, or everything that is wrong with it.</summary>
public sealed record PackReading(CountryPack? Pack, ImmutableArray<PackError> Errors);
