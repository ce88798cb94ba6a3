using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Documents;
using StartupOrchestrator.Domain.Gates;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>A document that a pack makes expected.</summary>
/// <param name="Type">Document type, for example <c>cv</c>.</param>
/// <param name="Title">In words.</param>
/// <param name="Level">Study, country or site.</param>
/// <param name="Artefact">TMF artefact number.</param>
/// <param name="RequiredFor">Gates that ask for it.</param>
/// <param name="PerRoles">One for each holder of these roles at the site, for example <c>PI</c>, <c>SI</c>; empty: one.</param>
/// <param name="OwnerRole">Role that provides it.</param>
/// <param name="ForSubmission">Needed in the package already, before the contract exists.</param>
/// <param name="When">Condition in words, for example <c>where a local laboratory is used</c>; null means always.</param>
public sealed record PackDocument(
    string Type, string Title, ScopeLevel Level, string? Artefact = null, ImmutableArray<Gate> RequiredFor = default,
    ImmutableArray<string> PerRoles = default, string? OwnerRole = null, bool SecondReview = false, bool ForSubmission = false, ExpiryRule? Expiry = null,
    string? Language = null, string? When = null, string? Source = null, bool Verified = false, string? Note = null);

/// <summary>A step of start-up in a country.</summary>
/// <param name="Code">Unique within the pack, for example <c>compensation-fund</c>.</param>
/// <param name="Level">Study, country or site.</param>
/// <param name="Owner">Role code.</param>
/// <param name="After">Codes of steps or milestones that come before.</param>
/// <param name="P50">Business days, median; a planning default.</param>
/// <param name="P80">Business days, cautious.</param>
/// <param name="Milestone">Milestone code that it completes.</param>
/// <param name="Clock">Clock rule set that runs meanwhile.</param>
public sealed record PackStep(
    string Code, string Name, ScopeLevel Level, string Owner, ImmutableArray<string> After = default, int? P50 = null, int? P80 = null,
    string? Milestone = null, string? Clock = null, string? When = null, string? Source = null, bool Verified = false, string? Note = null);
