using System.Text.RegularExpressions;
using NodaTime;
using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Correspondence.Tests.Templates;

public sealed partial class LanguageTests
{
    [Fact]
    public void Every_language_has_the_keys_and_placeholders_of_English()
    {
        foreach (var language in Language.All)
        {
            Assert.Equal(Language.English.Keys.Order(StringComparer.Ordinal), language.Keys.Order(StringComparer.Ordinal));
            foreach (var key in language.Keys)
            {
                Assert.Equal(Names(Language.English[key]), Names(language[key]));
            }
        }
    }

    [Fact]
    public void Dates_leave_no_doubt_about_day_and_month()
    {
        Assert.Equal("12-Mar-2026", Language.English.Date(new LocalDate(2026, 3, 12)));
        Assert.Equal("04-Dec-2026", Language.English.Date(new LocalDate(2026, 12, 4)));
        Assert.Equal("Friday, 04-Dec-2026", Language.English.LongDate(new LocalDate(2026, 12, 4)));
        Assert.Equal("Freitag, 4. Dezember 2026", Language.For("de-AT").LongDate(new LocalDate(2026, 12, 4)));
        Assert.Equal("4. Dezember 2026 09:05 Uhr", Language.For("de").DateTime(new LocalDateTime(2026, 12, 4, 9, 5)));
    }

    [Fact]
    public void Language_that_is_not_there_is_replaced_by_English()
    {
        Assert.Same(Language.English, Language.For("ja"));
        Assert.Same(Language.English, Language.For(null));
    }

    private static string[] Names(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
