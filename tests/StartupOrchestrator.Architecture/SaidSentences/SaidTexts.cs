using System.Text.RegularExpressions;

namespace StartupOrchestrator.Architecture.SaidSentences;

/// <summary>Which texts of the source people read as answers of the product: sentences, and the words that are put into them.</summary>
internal static partial class SaidTexts
{
    private static readonly string[] Folders = ["Domain", "Runtime", "Correspondence", "Workflows/Execution", "Workflows/Activities", "Workflows/Instances", "Server"];

    /// <summary>Files whose sentences no reader of the desk is answered with, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Domain/Countries/Packs/"] = "whoever keeps the packs reads them on the command line",
        ["Domain/Persistence/"] = "a journal that this release cannot read stops the start",
        ["Domain/Milestones/MilestoneCatalog.cs"] = "names of milestones: the table of codes has them",
        ["Runtime/Records/AnchorFile.cs"] = "the command line's",
        ["Runtime/Plans/StandardDefinitions.cs"] = "a note in the journal",
        ["Runtime/Storage/Views/ViewColumns.cs"] = "a mistake of our own code",
        ["Workflows/Activities/ActivityCatalog.cs"] = "the handbook of activities",
        ["Workflows/Execution/GraphBuilder.cs"] = "problems of a definition: the designer's",
        ["Workflows/Execution/StateJson.cs"] = "a journal that this release cannot read",
        ["Workflows/Execution/Template.cs"] = "a mistake in a script, in the words of its language",
        ["Workflows/Instances/DefinitionVersions.cs"] = "the library's own use; the server refuses by itself",
        ["Server/Hosting/"] = "start and log, but for what is named below",
        ["Server/Accounts/BearerTokens.cs"] = "a program's, in its log",
        ["Server/Features/Rehearsals/"] = "a dry run reports in English",
        ["Server/Features/Exports/"] = "sheets",
    };

    private static readonly string[] AllTheSame =
        ["Server/Hosting/ProblemAnswers.cs", "Server/Hosting/StorageTrouble.cs", "Server/Hosting/Web/RateLimits.cs", "Server/Features/Rehearsals/RehearsalEndpoints.cs", "Server/Features/Exports/SiteSheet.cs"];

    /// <summary>Calls whose texts are for programmers, for the log, for the description of the interface, or have their words among the phrases of plans.</summary>
    private static readonly string[] Otherwise =
    [
        "WithSummary", "WithDescription", "LoggerMessage", "log.LogWarning", "log.LogError", "log.LogInformation", "Input", "Output", "Activity", "Outcome", "Give", "readiness.Await", "Describe",
        "new ArgumentException", "new ArgumentOutOfRangeException", "new InvalidOperationException", "new NotSupportedException", "new InvalidDataException", "new FormatException", "new KeyNotFoundException",
        "new RuntimeBusyException", "new OutcomeUnknownException", "new ContractException", "StartsWith", "EndsWith", "IndexOf", "GeneratedRegex", "CommandBody.Of", "AuthenticateResult.Fail",
    ];

    /// <summary>Arguments that are sentences whether or not they end like one.</summary>
    private static readonly (string Call, int Place)[] Sentences =
        [("Refusal.Invalid", 1), ("new Refusal", 2), ("Problems.Invalid", 1), ("Problems.Tell", 0), ("Problems.Tell", 2), ("step.Block", 0), ("new ActivityFaultException", 0), ("new NoRecipientException", 0), ("new MailDelayedException", 0)];

    /// <summary>Arguments that are put into a sentence, with the name that their place has in the catalogues.</summary>
    private static readonly (string Call, int Place, string Words)[] Places =
    [
        ("Refusal.NotAllowed", 0, "what"), ("Refusal.NotAllowed", 1, "act"), ("Refusal.NotAllowed", 2, "state"), ("Table.Check", 0, "what"), ("Work.Check", 0, "what"),
        ("At", 1, "act"), ("Move", 2, "act"), ("Open", 1, "act"), ("TaskRules.Open", 1, "act"), ("End", 1, "act"), ("NotOpen", 1, "act"), ("TaskRules.NotOpen", 1, "act"), ("Step", 1, "act"),
        ("context.MissingReason", 0, "purpose"), ("Asking.NotInList", 2, "purpose"), ("WithReason", 1, "purpose"), ("context.NotThere", 0, "record"), ("context.Exists", 0, "record"),
        ("Problems.NotFound", 0, "thing"), ("Problems.Forbidden", 0, "doing"), ("Choice", 1, "choice"),
    ];

    /// <summary>The sentences, each with the place where it stands.</summary>
    public static IEnumerable<(string Where, string Text)> All() => Read().Where(t => IsSentence(t.Text)).Select(t => (t.Where, Plain(t.Text.Template)));

    /// <summary>Every text of the source, said or not: what a catalogue has beyond these, nobody says.</summary>
    public static IReadOnlySet<string> Anywhere() => Repository.SourceFiles(".cs", "src").SelectMany(f => SourceTexts.Of(File.ReadAllText(f))).Select(t => Plain(t.Template)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words that are put into sentences, each with the place where it stands.</summary>
    public static IEnumerable<(string Where, string Words, string Text)> Put() =>
        from text in Read()
        from place in Places
        where text.Text.Calls.Count > 0 && text.Text.Calls[^1] is var near && (near == $"{place.Call}#{place.Place}" || near.EndsWith($".{place.Call}#{place.Place}", StringComparison.Ordinal))
        where !text.Text.Compared && text.Text.Template.Any(char.IsLetter) && !text.Text.Template.StartsWith("$.", StringComparison.Ordinal)
        select (text.Where, place.Words, Plain(text.Text.Template));

    /// <summary>A text with its places without names.</summary>
    public static string Plain(string template) => Place().Replace(template, "{}").Trim();

    private static IEnumerable<(string Where, SourceText Text)> Read() =>
        from file in Repository.SourceFiles(".cs", [.. Folders.Select(f => "src/StartupOrchestrator." + f)])
        let name = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file)["StartupOrchestrator.".Length..].Replace('\\', '/')
        where AllTheSame.Contains(name) || !Elsewhere.Keys.Any(e => name.StartsWith(e, StringComparison.Ordinal))
        from text in SourceTexts.Of(File.ReadAllText(file))
        where !Otherwise.Any(o => text.IsIn(o))
        select ($"{name}:{text.Line}", text);

    private static bool IsSentence(SourceText text) =>
        (text.Template.Contains(' ', StringComparison.Ordinal) && End().IsMatch(text.Template) && text.Template.Any(char.IsLetter))
        || Sentences.Any(s => text.Calls.Count > 0 && text.Calls[^1] == $"{s.Call}#{s.Place}" && text.Template.Any(char.IsLetter));

    [GeneratedRegex(@"[\w})'""”]\.( |$)")]
    private static partial Regex End();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();
}
