using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>A value of a country pack with its provenance. What is not verified is shown as unverified.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it was read; null when from general knowledge.</param>
/// <param name="Verified">A person checked it against the source.</param>
/// <param name="Note">What to mind.</param>
public sealed record Sourced<T>(T Value, string? Source = null, bool Verified = false, string? Note = null);

/// <summary>What is known of one country (or of a union whose rules its members share): rules are data, not code.</summary>
public sealed record CountryPack
{
    /// <summary>Address of the JSON schema, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Format of the file; this reader knows 1.</summary>
    public int Format { get; init; } = 1;

    /// <summary>ISO 3166-1 alpha-2 code, or a name such as <c>EU-CTR</c> for a shared base.</summary>
    public required string Id { get; init; }

    /// <summary>Name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the pack, for example <c>2026-11</c>; submissions keep the one they began with.</summary>
    public required string Version { get; init; }

    /// <summary>Date of the last check of the whole; null when never checked.</summary>
    public LocalDate? LastChecked { get; init; }

    /// <summary>Base pack: what is missing here is taken from there, lists are joined by code (dates, type).</summary>
    public string? Extends { get; init; }

    /// <summary>Authority that approves studies.</summary>
    public Sourced<Body>? Authority { get; init; }

    /// <summary>Ethics committee, or how one is found.</summary>
    public Sourced<Body>? Ethics { get; init; }

    /// <summary>How authority and ethics work together.</summary>
    public Sourced<SubmissionModel>? SubmissionModel { get; init; }

    /// <summary>Where applications are filed, for example <c>CTIS</c>.</summary>
    public Sourced<string>? Portal { get; init; }

    /// <summary>How contracts are made, for example <c>tripartite usual</c>.</summary>
    public Sourced<string>? ContractModel { get; init; }

    /// <summary>What each site needs besides, for example <c>governance (SSA)</c>.</summary>
    public Sourced<string>? SiteStep { get; init; }

    /// <summary>Languages of submissions: BCP 47 tags.</summary>
    public Sourced<ImmutableArray<string>>? SubmissionLanguages { get; init; }

    /// <summary>Languages of papers for participants: BCP 47 tags.</summary>
    public Sourced<ImmutableArray<string>>? ParticipantLanguages { get; init; }

    /// <summary>Days of the week that are not worked.</summary>
    public Sourced<ImmutableArray<IsoDayOfWeek>>? Weekend { get; init; }

    /// <summary>IANA zones; the first is the authority's.</summary>
    public Sourced<ImmutableArray<string>>? TimeZones { get; init; }

    /// <summary>Parts of the country with a weekend or zone of their own.</summary>
    public ImmutableArray<Subdivision> Subdivisions { get; init; } = [];

    /// <summary>Public holidays, each year its own; those with a subdivision hold only there.</summary>
    public ImmutableArray<Holiday> Holidays { get; init; } = [];

    /// <summary>Weekend days that are worked.</summary>
    public ImmutableArray<Holiday> MadeUpDays { get; init; } = [];

    /// <summary>Pauses of clocks, each year its own.</summary>
    public ImmutableArray<ClockPause> Pauses { get; init; } = [];

    /// <summary>Clocks of procedures, in all versions.</summary>
    public ImmutableArray<ClockRuleSet> Clocks { get; init; } = [];

    /// <summary>Documents that are expected for the country, its sites and their people.</summary>
    public ImmutableArray<PackDocument> Documents { get; init; } = [];

    /// <summary>Steps of start-up with typical durations.</summary>
    public ImmutableArray<PackStep> Steps { get; init; } = [];

    /// <summary>Pages and forms where the rules were read: code and address or title.</summary>
    public ImmutableArray<PackSource> Sources { get; init; } = [];
}

/// <summary>An authority or committee.</summary>
public sealed record Body(string Name, string? ShortName = null, string? Url = null);

/// <summary>A part of a country.</summary>
/// <param name="Code">ISO 3166-2 code.</param>
public sealed record Subdivision(string Code, string Name, ImmutableArray<IsoDayOfWeek> Weekend = default, string? TimeZone = null);

/// <summary>Where something was read.</summary>
public sealed record PackSource(string Code, string Title, string? Url = null, LocalDate? Read = null);

/// <summary>How authority and ethics work together.</summary>
public enum SubmissionModel
{
    /// <summary>One application under the EU CTR: Part I, Part II per member state, one decision per member state.</summary>
    Ctr,

    /// <summary>One application, authority and ethics answer together (GB).</summary>
    Combined,

    /// <summary>Authority and ethics in parallel.</summary>
    Parallel,

    /// <summary>Ethics first, then the authority (AU).</summary>
    EthicsFirst,

    /// <summary>Authority first, then ethics (JP).</summary>
    AuthorityFirst,

    /// <summary>Nothing is known.</summary>
    Unknown,
}
