using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Questions of a task, one step after another.</summary>
/// <param name="Fields">In the order in which they are asked.</param>
public sealed record TaskForm(ImmutableArray<FormField> Fields);

/// <summary>One question.</summary>
/// <param name="Name">Name under which the answer is kept, for example <c>visitDay</c>.</param>
/// <param name="Label">The question, in words; no personal values.</param>
/// <param name="Step">Screen on which it is asked, from 1; 0 means one screen for each question.</param>
/// <param name="Min">Number: smallest value. Text: fewest characters.</param>
/// <param name="Max">Number: greatest value. Text: most characters. File: most bytes.</param>
/// <param name="MinDate">Date: earliest.</param>
/// <param name="MaxDate">Date: latest.</param>
/// <param name="Pattern">Text: regular expression that the whole text must match.</param>
/// <param name="Required">Must be answered before the task can be done.</param>
/// <param name="Template">File: the form to download, sign and send back.</param>
public sealed record FormField(
    string Name, string Label, FieldKind Kind, bool Required = false, int Step = 0, string? Help = null, ImmutableArray<FieldOption> Options = default,
    decimal? Min = null, decimal? Max = null, LocalDate? MinDate = null, LocalDate? MaxDate = null, string? Pattern = null, bool Multiple = false, FileRef? Template = null);

/// <summary>One of the choices of a field.</summary>
public sealed record FieldOption(string Value, string Label);

/// <summary>Kinds of question.</summary>
public enum FieldKind
{
    /// <summary>One (or several) of the options.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Free text; personal.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A file.</summary>
    File,
}

/// <summary>An answer: exactly one of the values is set, matching the field's kind.</summary>
/// <param name="Choices">Values of the chosen options.</param>
/// <param name="Text">Free text, sealed by whoever received it.</param>
public sealed record Answer(
    ImmutableArray<string> Choices = default, bool? Yes = null, decimal? Number = null, LocalDate? Date = null, PersonalRef? Text = null, FileRef? File = null);
