using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Tasks;

namespace StartupOrchestrator.Server.Features.TaskPages.Form;

/// <summary>Reads one posted value by the rules of its field. Files and the sealing of free text are the caller's.</summary>
internal static class FieldReader
{
    private static readonly LocalDatePattern[] DatePatterns =
    [
        LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d-MMM-yyyy"), LocalDatePattern.CreateWithInvariantCulture("d MMM yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("d.M.yyyy"),
    ];

    /// <summary>The value read, or what is wrong with it in words of the page.</summary>
    /// <param name="field">The rules; any kind but a file.</param>
    /// <param name="values">As posted; none: not answered.</param>
    /// <param name="words">Language of the page.</param>
    public static FieldResult Read(FormField field, IReadOnlyList<string> values, Language words)
    {
        string[] given = [.. values.Select(v => v.Trim()).Where(v => v.Length > 0)];
        if (given.Length == 0)
        {
            return field.Required ? FieldResult.Wrong(words["page.error.required"]) : FieldResult.Empty;
        }

        return field.Kind switch
        {
            FieldKind.Choice => Choice(field, given, words),
            FieldKind.YesNo => given[0] switch
            {
                "yes" => FieldResult.Read(new Answer(Yes: true)),
                "no" => FieldResult.Read(new Answer(Yes: false)),
                _ => FieldResult.Wrong(words["page.error.choice"]),
            },
            FieldKind.Text => Text(field, given[0], words),
            FieldKind.Number => Number(field, given[0], words),
            FieldKind.Date => Date(field, given[0], words),
            FieldKind.File => throw new ArgumentException("Files are read by the upload reader.", nameof(field)),
        };
    }

    private static FieldResult Choice(FormField field, string[] given, Language words)
    {
        var options = field.Options.IsDefault ? [] : field.Options.Select(o => o.Value).ToList();
        return given.All(options.Contains) && (field.Multiple || given.Length == 1)
            ? FieldResult.Read(new Answer(Choices: [.. given.Distinct()]))
            : FieldResult.Wrong(words["page.error.choice"]);
    }

    private static FieldResult Text(FormField field, string given, Language words)
    {
        var text = given.ReplaceLineEndings("\n");
        var most = (long)(field.Max ?? 4000);
        if (text.Length > most)
        {
            return FieldResult.Wrong(words.Text("page.error.text-long", ("count", Shown(most)), ("now", Shown(text.Length))));
        }

        if (field.Min is { } least && text.Length < least)
        {
            return FieldResult.Wrong(words.Text("page.error.text-short", ("count", Shown(least))));
        }

        return field.Pattern is { } pattern && !Matches(text, pattern)
            ? FieldResult.Wrong(words.Text("page.error.pattern", ("hint", field.Help ?? "")))
            : FieldResult.ReadText(text);
    }

    private static FieldResult Number(FormField field, string given, Language words)
    {
        // A comma is a decimal sign in most of the world; groups of thousands are not taken, so nothing is ambiguous.
        if (!decimal.TryParse(given.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return FieldResult.Wrong(words["page.error.number"]);
        }

        return number < field.Min ? FieldResult.Wrong(words.Text("page.error.min", ("limit", Shown(field.Min.Value))))
            : number > field.Max ? FieldResult.Wrong(words.Text("page.error.max", ("limit", Shown(field.Max.Value))))
            : FieldResult.Read(new Answer(Number: number));
    }

    private static FieldResult Date(FormField field, string given, Language words)
    {
        foreach (var pattern in DatePatterns)
        {
            if (pattern.Parse(given) is { Success: true, Value: var date })
            {
                return date < field.MinDate ? FieldResult.Wrong(words.Text("page.error.date-min", ("date", words.Date(field.MinDate.Value))))
                    : date > field.MaxDate ? FieldResult.Wrong(words.Text("page.error.date-max", ("date", words.Date(field.MaxDate.Value))))
                    : FieldResult.Read(new Answer(Date: date));
            }
        }

        return FieldResult.Wrong(words.Text("page.error.date", ("example", words.Date(new LocalDate(2026, 3, 12)))));
    }

    // A pattern comes from a plan's author: it may be wrong or slow, and neither may stop the page.
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return true;
        }
    }

    private static string Shown(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>What became of one posted value.</summary>
/// <param name="Answer">The answer, unless it is free text.</param>
/// <param name="Text">Free text, to be sealed.</param>
/// <param name="Error">What is wrong, for the person.</param>
internal sealed record FieldResult(Answer? Answer, string? Text, string? Error)
{
    /// <summary>Nothing was given and nothing was asked.</summary>
    public static FieldResult Empty { get; } = new(null, null, null);

    /// <summary>An answer.</summary>
    public static FieldResult Read(Answer answer) => new(answer, null, null);

    /// <summary>Free text.</summary>
    public static FieldResult ReadText(string text) => new(null, text, null);

    /// <summary>Not usable.</summary>
    public static FieldResult Wrong(string error) => new(null, null, error);
}
