using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>All packs that were read, bases joined in. Fixed for the life of the process.</summary>
public sealed class CountryPackCatalog
{
    private readonly FrozenDictionary<string, CountryPack> packs;

    private CountryPackCatalog(Dictionary<string, CountryPack> packs) => this.packs = packs.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>No packs: every country has the generic one.</summary>
    public static CountryPackCatalog Empty { get; } = new([]);

    /// <summary>Codes of the packs.</summary>
    public ImmutableArray<string> Ids => [.. packs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Joins packs with their bases.</summary>
    /// <param name="packs">Packs as read, with the names of their files.</param>
    /// <param name="errors">What could not be joined: two files for one country, a base that is not there, bases in a circle.</param>
    public static CountryPackCatalog Build(IEnumerable<(string File, CountryPack Pack)> packs, out ImmutableArray<PackError> errors)
    {
        var wrong = ImmutableArray.CreateBuilder<PackError>();
        var raw = new Dictionary<string, (string File, CountryPack Pack)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (file, pack) in packs)
        {
            if (!raw.TryAdd(pack.Id, (file, pack)))
            {
                wrong.Add(new PackError(file, "$.id", $"'{pack.Id}' is already given by {raw[pack.Id].File}."));
            }
        }

        var joined = raw.ToDictionary(r => r.Key, r => Join(r.Value.Pack, r.Value.File, raw, wrong, depth: 0), StringComparer.OrdinalIgnoreCase);
        errors = wrong.ToImmutable();
        return new CountryPackCatalog(joined);
    }

    /// <summary>The pack of a country; the generic one when there is none.</summary>
    public CountryPack For(string? iso2) => iso2 is not null && packs.TryGetValue(iso2, out var pack) ? pack : Generic(iso2 ?? "XX");

    /// <summary>True when a pack was read for the country.</summary>
    public bool Knows(string iso2) => packs.ContainsKey(iso2);

    /// <summary>What a country has without a pack: no verified rules; Saturday and Sunday, no holidays, no clocks.</summary>
    public static CountryPack Generic(string iso2) => new() { Id = iso2, Name = $"{iso2} (no verified rules)", Version = "generic" };

    private static CountryPack Join(
        CountryPack pack, string file, Dictionary<string, (string File, CountryPack Pack)> raw, ImmutableArray<PackError>.Builder wrong, int depth)
    {
        if (pack.Extends is not { } name)
        {
            return pack;
        }

        if (depth > 4 || !raw.TryGetValue(name, out var found))
        {
            wrong.Add(new PackError(file, "$.extends", depth > 4 ? $"Bases go in a circle at '{name}'." : $"Base pack '{name}' is not there. Add its file or correct the name."));
            return pack;
        }

        return PackMerge.Over(Join(found.Pack, found.File, raw, wrong, depth + 1), pack);
    }
}
