using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Correspondence.Tests.Words;

/// <summary>A text of the product is said whole in another language, or stays as it is.</summary>
public sealed class SentenceTests
{
    private static readonly Language German = Language.For("de");

    [Theory]
    [InlineData(
        "Site PL-04 is in-start-up: going to active is not possible. Possible now: ready-for-siv, on-hold.",
        "Der Wechsel zu „Aktiviert“ geht jetzt nicht: Das Zentrum PL-04 hat den Stand „Im Start-up“. Jetzt möglich: Bereit zur SIV, Pausiert.")]
    [InlineData(
        "The contract is in-negotiation: signing is not possible. Possible now: send, site-comments.",
        "Unterzeichnen geht jetzt nicht: Der Vertrag hat den Stand „In Verhandlung“. Jetzt möglich: senden, Kommentare des Zentrums festhalten.")]
    [InlineData("To set a site to declined, choose a reason: no-response, no-staff.", "Wählen Sie bitte einen Grund, um ein Zentrum auf „Abgesagt“ zu setzen: no-response, no-staff.")]
    [InlineData("SI-010 (Site identified) is a milestone of the site, not of the study.", "SI-010 (Zentrum identifiziert) ist ein Meilenstein des Zentrums, nicht der Studie.")]
    public void Sentence_withItsValuesAndTheirWords(string english, string german) => Assert.Equal(german, Sentences.In(German, english));

    [Theory]
    [InlineData("approved", "Document", "Das Dokument", "Freigegeben")]
    [InlineData("cancelled", "Task", "Die Aufgabe", "Zurückgezogen")]
    public void State_hasTheWordOfItsKindOfRecord(string state, string kind, string what, string word) => Assert.Equal(
        $"Wieder öffnen geht jetzt nicht: {what} „CV“ hat den Stand „{word}“.", Sentences.In(German, $"{kind} 'CV' is {state}: reopening is not possible."));

    [Fact]
    public void Name_thatReadsLikeTheSentence_isNotTornApart() => Assert.Equal(
        "Beginnen geht jetzt nicht: Die Aufgabe „What is done: ask ' is open: starting“ hat den Stand „Erledigt“.",
        Sentences.In(German, "Task 'What is done: ask ' is open: starting' is done: starting is not possible."));

    [Fact]
    public void Sentences_thatStandOneAfterTheOther_areEachSaid() => Assert.Equal(
        "age: Mindestens 18. visit: Nicht vor dem 12-Mar-2026.", Sentences.In(German, "age: At least 18. visit: Not before 12-Mar-2026."));

    [Fact]
    public void CauseOfABlockedStep_isSaidWithTheRefusalInIt() => Assert.Equal(
        "Der Wechsel zu „Eingereicht“ geht jetzt nicht: Die Einreichung hat den Stand „Geplant“. (gefragt wurde submission/x). Beheben Sie es dort, dann versuchen Sie diesen Schritt erneut, oder lassen Sie ihn aus.",
        Sentences.In(German, "The submission is planned: going to submitted is not possible. (asked of submission/x). Put it right there, then retry this step; or skip it."));

    [Theory]
    [InlineData("Initiation visit done", "Initiierungsbesuch erfolgt")]
    [InlineData("Ethics approval holds for this site: planned, submitted", "Votum der Ethikkommission gilt für dieses Zentrum: Geplant, Eingereicht")]
    [InlineData("CV of the PI: expired on 12-Mar-2026", "CV of the PI: abgelaufen am 12-Mar-2026")]
    [InlineData("Consent form is the approved version: none, approved 2.0 or 2.1", "Consent form ist die genehmigte Fassung: keine, genehmigt 2.0 or 2.1")]
    public void ConditionOfAGate_withWhatWasFound(string english, string german) => Assert.Equal(german, Sentences.In(German, english));

    [Theory]
    [InlineData("60 calendar days from 12-Mar-2026, the day after being day 1.", "60 Kalendertage ab dem 12-Mar-2026, der Tag danach ist Tag 1.")]
    [InlineData("24-Dec-2026 is Christmas Eve: moved to the next day.", "24-Dec-2026 ist Feiertag (Christmas Eve): auf den nächsten Tag verschoben.")]
    [InlineData("Winter clock stop: 23-Dec-2026 to 07-Jan-2027 do not count.", "Winter clock stop: 23-Dec-2026 bis 07-Jan-2027 zählen nicht.")]
    public void WorkingsOfAClock(string english, string german) => Assert.Equal(german, Sentences.In(German, english));

    [Fact]
    public void CauseInTheWordsOfAScript_staysBehindOurs() =>
        Assert.Equal("Das Skript ist gescheitert (Zeile 1, Spalte 2): x is not defined", Sentences.In(German, "The script failed (line 1, column 2): x is not defined"));

    [Theory]
    [InlineData("Call the director")]
    [InlineData("Site PL-04 is in-start-up: dancing on the table is not possible.")]
    [InlineData("")]
    public void Text_thatIsNotOurs_orHasAValueWithoutWords_staysWhole(string text) => Assert.Equal(text, Sentences.In(German, text));

    [Fact]
    public void English_staysWhatItIs() => Assert.Equal("Give the study a title.", Sentences.In(Language.English, "Give the study a title."));

    [Fact]
    public void LongText_thatNearlyMatches_costsNoTime() => Assert.NotEmpty(Sentences.In(German, "Task '" + string.Concat(Enumerable.Repeat("' is x: starting is not possible. ", 110)) + "!"));
}
