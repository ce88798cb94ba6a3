using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Domain.Persistence.Json;

/// <summary>The NodaTime types that records may hold.</summary>
internal static class NodaConverters
{
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        Of(InstantPattern.ExtendedIso),
        Of(LocalDatePattern.Iso),
        Of(LocalTimePattern.ExtendedIso),
        Of(LocalDateTimePattern.ExtendedIso),
        Of(OffsetDateTimePattern.ExtendedIso),
        Of(DurationPattern.JsonRoundtrip),
        Of(YearMonthPattern.Iso),
        new TextConverter<Period>(PeriodPattern.Roundtrip.Format, text => PeriodPattern.Roundtrip.Parse(text).Value),
        new TextConverter<DateTimeZone>(zone => zone.Id, id => DateTimeZoneProviders.Tzdb[id]),
    ];

    private static TextConverter<T> Of<T>(IPattern<T> pattern) => new(pattern.Format, text => pattern.Parse(text).Value);
}
