using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Architecture.SaidSentences;

/// <summary>Whatever the product refuses or complains about has words in each language that the desk speaks.</summary>
public sealed class SentenceTests
{
    /// <summary>Places whose words are codes of the interface, too, or joined in the code.</summary>
    private static readonly string[] OfCodes = ["state", "item", "step", "stop", "level", "columns", "found"];

    public static TheoryData<string> Languages => [.. Language.All.Where(l => l.Tag != Language.English.Tag).Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EverySentence_hasWords(string tag)
    {
        var known = Plain(tag, "").Concat(Phrases.Known(tag)).ToHashSet(StringComparer.Ordinal);
        var said = SaidTexts.All().ToList();

        Assert.True(said.Count > 250, "The sentences of the source were not found.");
        None(said.Where(s => !known.Contains(s.Text)).Select(s => $"{s.Where}: {s.Text}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryWordThatIsPutIntoASentence_hasOneToo(string tag)
    {
        var put = SaidTexts.Put().ToList();

        Assert.True(put.Count > 150, "The words of the source were not found.");
        None(put.Where(p => !Plain(tag, p.Words).Contains(p.Text)).Select(p => $"{p.Where}: {p.Text} (word.{p.Words})"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EverySentence_fillsThePlacesOfTheEnglishOne(string tag) => None(Sentences.Places(tag).SelectMany(p => Sentences.Known(tag, p)).Where(s => !Names(s.Key).SetEquals(Names(s.Value))).Select(s => s.Value));

    [Theory]
    [MemberData(nameof(Languages))]
    public void NoSentence_isThereThatNobodySays(string tag)
    {
        var said = SaidTexts.Anywhere();

        None(Sentences.Places(tag).Except(OfCodes).SelectMany(p => Sentences.Known(tag, p)).Select(s => s.Key).Where(s => !Said(SaidTexts.Plain(s), said)));
    }

    // The engine puts a cause behind a mistake; records have statuses of their own in the sentence of what is not possible.
    private static bool Said(string sentence, IReadOnlySet<string> said) =>
        said.Contains(sentence) || (sentence.EndsWith(": {}", StringComparison.Ordinal) && said.Contains(sentence[..^4])) || sentence.Contains("is {}: {} is not possible.", StringComparison.Ordinal);

    private static HashSet<string> Plain(string tag, string place) => [.. Sentences.Known(tag, place).Select(s => SaidTexts.Plain(s.Key))];

    // All of them, to be mended in one go.
    private static void None(IEnumerable<string> texts)
    {
        var lines = texts.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    private static HashSet<string> Names(string text) => [.. new SentencePattern(text).Names];
}
