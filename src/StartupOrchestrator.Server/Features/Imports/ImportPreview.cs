using System.Collections.Immutable;
using StartupOrchestrator.Domain.Processes;

namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>What an import would do, shown before anything is written.</summary>
/// <param name="Study">Key of the study.</param>
/// <param name="Title">The study's title.</param>
/// <param name="Rows">One a study, country and site, in the file's order.</param>
/// <param name="Problems">Each wrong cell.</param>
/// <param name="Ignored">What is left out on purpose.</param>
/// <param name="Items">The commands that carry it out; empty when nothing would change.</param>
public sealed record ImportPreview(
    string? Study,
    string? Title,
    IReadOnlyList<ImportRow> Rows,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<string> Ignored,
    ImmutableArray<ProcessItem> Items)
{
    /// <summary>How many rows would be new.</summary>
    public int New => Rows.Count(r => r.Action == ImportAction.New);

    /// <summary>How many rows would change.</summary>
    public int Changed => Rows.Count(r => r.Action == ImportAction.Changed);

    /// <summary>How many rows are as they already stand.</summary>
    public int Unchanged => Rows.Count(r => r.Action == ImportAction.Unchanged);
}

/// <summary>What an import would do with one thing.</summary>
/// <param name="Kind">study, country or site.</param>
/// <param name="Key">Its key.</param>
/// <param name="Action">What would happen.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Where">Where in the file.</param>
/// <param name="Changes">Old and new values, for changed ones.</param>
public sealed record ImportRow(string Kind, string Key, ImportAction Action, string Title, string Where, IReadOnlyList<ImportChange> Changes);

/// <summary>A value that an import would change.</summary>
public sealed record ImportChange(string Field, string? Old, string? New);

/// <summary>What an import does with a row.</summary>
public enum ImportAction
{
    /// <summary>It is entered.</summary>
    New,

    /// <summary>Some of its values change.</summary>
    Changed,

    /// <summary>It already stands as the file says.</summary>
    Unchanged,
}
