using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Countries;

/// <summary>Proposes a country for a study. The actor's key is <see cref="Actors.Shared.Scope.CountryOf"/>.</summary>
/// <param name="Iso2">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Pack">Country pack that its rules come from; null for the generic one.</param>
/// <param name="PackVersion">Version of the pack.</param>
/// <param name="SitesPlanned">Number of sites wanted.</param>
[Contract("country.add")]
public sealed record AddCountry(string Sponsor, string Study, string Iso2, string? Pack = null, string? PackVersion = null, int? SitesPlanned = null) : Command;

/// <summary>Changes plan figures; null leaves a value as it is.</summary>
[Contract("country.change")]
public sealed record ChangeCountry(int? SitesPlanned = null, string? Pack = null, string? PackVersion = null) : Command;

/// <summary>Takes the country to another status along its table.</summary>
/// <param name="On">Actual date; null means today.</param>
/// <param name="ReasonCode">Required to hold, withdraw, and for refused and lapsed.</param>
/// <param name="Conditions">On approval: conditions attached by the authority, in its own words.</param>
[Contract("country.advance")]
public sealed record AdvanceCountry(CountryStatus To, LocalDate? On = null, string? ReasonCode = null, ImmutableArray<PersonalRef> Conditions = default) : Command;

/// <summary>Back from on hold to the status before it.</summary>
[Contract("country.resume")]
public sealed record ResumeCountry(LocalDate? On = null) : Command;

/// <summary>Names who holds a role in the country; null frees it.</summary>
[Contract("country.set-team")]
public sealed record SetCountryTeam(string Role, string? Person) : Command;

/// <summary>Sets one of the four dates of a milestone of the country; a null date takes it back.</summary>
[Contract("country.milestone")]
public sealed record SetCountryMilestone(string Code, MilestoneDateKind Kind, LocalDate? Date) : Command;

/// <summary>Freezes planned dates as baseline, here and at the sites.</summary>
[Contract("country.freeze-baseline")]
public sealed record FreezeCountryBaseline : Command;

/// <summary>Mends a mistake; asks a reason.</summary>
/// <param name="To">For <see cref="CountryCorrection.Reopen"/>: an earlier status; null means the one before.</param>
/// <param name="Code">For <see cref="CountryCorrection.ChangeActual"/>: the milestone.</param>
/// <param name="Date">The right date; null takes it back.</param>
[Contract("country.correct")]
public sealed record CorrectCountry(CountryCorrection Kind, CountryStatus? To = null, string? Code = null, LocalDate? Date = null) : Command;

/// <summary>What a correction of a country does.</summary>
public enum CountryCorrection
{
    /// <summary>Goes back to an earlier status.</summary>
    Reopen,

    /// <summary>Changes or takes back an actual date.</summary>
    ChangeActual,
}
