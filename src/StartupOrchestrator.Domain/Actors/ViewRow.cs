using System.Text.Json.Nodes;
using NodaTime;

namespace StartupOrchestrator.Domain.Actors;

/// <summary>
/// The one row by which lists, searches and reports see an actor; rewritten by every commit that changes the actor.
/// Columns are what lists filter, sort and scope by; everything else that pages show lies in <see cref="Doc"/>.
/// </summary>
public sealed record ViewRow
{
    /// <summary>Subtype within the kind: task kind, document type, submission type.</summary>
    public string? Type { get; init; }

    /// <summary>Present status: the lower-case, hyphenated name of the state, for example <c>in-start-up</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Sponsor key, for scope.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Study key (of <c>study/…</c>), for scope.</summary>
    public string? Study { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, for scope.</summary>
    public string? Country { get; init; }

    /// <summary>Site key (of <c>site/…</c>), for scope.</summary>
    public string? Site { get; init; }

    /// <summary>Short code or number by which people call it.</summary>
    public string? Code { get; init; }

    /// <summary>What it is, in words; no personal values.</summary>
    public string? Title { get; init; }

    /// <summary>Role code or person key of who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>Date by which it is due (local to its scope).</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Whom it waits on: <c>us</c>, <c>site</c>, <c>sponsor</c>, <c>authority</c>, <c>ethics</c>, <c>plan</c>; null when it waits for nobody.</summary>
    public string? WaitingOn { get; init; }

    /// <summary>Waiting since this date.</summary>
    public LocalDate? WaitingSince { get; init; }

    /// <summary>Everything else that pages show; flat names where history should show old and new; personal values as references.</summary>
    public JsonObject Doc { get; init; } = [];
}
