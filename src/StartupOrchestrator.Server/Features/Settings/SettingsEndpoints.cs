using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Settings;

/// <summary>Settings of the installation: its name, from whom mails leave, quiet hours; and the calendars that count business days.</summary>
internal static class SettingsEndpoints
{
    private static readonly ActorId Settings = new(ActorKind.Organisation, "settings");

    /// <summary>Maps <c>/settings</c> and <c>/calendars</c>.</summary>
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", async (HttpContext http, IActorRuntime runtime, ProductOptions options, InstanceReader instances) =>
            {
                var stored = await runtime.ReadAsync(Settings, http.RequestAborted);
                Etag.Put(http, stored?.Version ?? 0);
                var s = (stored?.State as OrganisationState)?.Settings;
                var instance = await instances.ReadAsync(http.RequestAborted);
                return TypedResults.Ok(new SettingsAnswer(
                    instance.Name, Domain.Actors.Shared.StatusName.Of(instance.Nature), s?.SenderName, s?.SenderAddress, s?.ReplyTo, s?.BaseUrl ?? options.Urls.Split(';')[0], s?.DefaultLanguage, s?.DefaultTimeZone,
                    s?.QuietFrom?.ToString("HH:mm", null), s?.QuietTo?.ToString("HH:mm", null), stored?.Version ?? 0));
            })
            .RequireRight(Right.ReadRecords).WithTags("settings").WithName("settings").WithSummary("Settings of the installation");
        api.MapPut("/settings", async (SettingsChange change, HttpContext http, CallerAccessor callers, IActorRuntime runtime) =>
            {
                var caller = await callers.RequireAsync();
                if (!IdempotencyKey.TryGetCommandId(http, caller.Person, out var id) || !Etag.TryReadIfMatch(http, out var expected))
                {
                    return Problems.Invalid("If-Match", "Send the ETag that you read, in quotes, or leave the header out.");
                }

                if (!TryTime(change.QuietFrom, out var from) || !TryTime(change.QuietTo, out var to))
                {
                    return Problems.Invalid("quietFrom", "Write times of day as 20:00.");
                }

                var command = new ChangeOrganisation(change.InstanceName, change.SenderName, change.SenderAddress, change.ReplyTo, change.BaseUrl, change.DefaultLanguage, change.DefaultTimeZone, from, to);
                return CommandDesk.Answer(http, Settings, await runtime.SendAsync(new Envelope(id, Settings, command, new Origin(caller.Person.ToString())) { ExpectedVersion = expected }, http.RequestAborted));
            })
            .RequireRight(Right.ManagePeople).WithTags("settings").WithName("change-settings").WithSummary("Changes settings; what is left out stays as it is").Produces<CommandAnswer>().ProducesProblem(412).ProducesProblem(422);
        api.MapGet("/calendars/{country}", (string country, int? year, CountryPackCatalog packs, CountryCalendars calendars, TimeProvider time) =>
            {
                var iso = country.ToUpperInvariant();
                var calendar = calendars.Of(iso);
                var shown = year is >= 2000 and <= 2100 ? year.Value : time.Today().Year;
                var first = new LocalDate(shown, 1, 1);
                return TypedResults.Ok(new CalendarAnswer(
                    iso, packs.For(iso).Name, shown, calendar.KnownYears.Contains(shown),
                    [.. Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(shown)).Select(d => calendar.HolidayOn(first.PlusDays(d))).OfType<Domain.Time.Holiday>().Select(h => new CalendarDay(h.Date, h.Name))]));
            })
            .RequireRight(Right.ReadRecords).WithTags("settings").WithName("calendar-of-country").WithSummary("Days off of a country in a year, as business days are counted");
    }

    private static bool TryTime(string? text, out LocalTime? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text);
        value = read.Success ? read.Value : null;
        return read.Success;
    }
}

/// <summary>Settings.</summary>
/// <param name="InstanceName">Shown on pages and mails.</param>
/// <param name="Nature">production, training or rehearsal; chosen at birth.</param>
/// <param name="SenderName">Name under which mails leave.</param>
/// <param name="SenderAddress">Address from which mails leave.</param>
/// <param name="ReplyTo">Address to which answers go.</param>
/// <param name="BaseUrl">Address under which pages are reached.</param>
/// <param name="DefaultLanguage">Language of mails to people without one.</param>
/// <param name="DefaultTimeZone">IANA zone of people without one.</param>
/// <param name="QuietFrom">Mails wait from this local time of the recipient.</param>
/// <param name="QuietTo">Until this local time.</param>
/// <param name="Version">Version: the ETag.</param>
public sealed record SettingsAnswer(
    string InstanceName, string Nature, string? SenderName, string? SenderAddress, string? ReplyTo, string? BaseUrl, string? DefaultLanguage, string? DefaultTimeZone, string? QuietFrom,
    string? QuietTo, long Version);

/// <summary>A change of settings; null leaves a value as it is.</summary>
/// <param name="InstanceName">See <see cref="SettingsAnswer"/>.</param>
/// <param name="SenderName">See <see cref="SettingsAnswer"/>.</param>
/// <param name="SenderAddress">See <see cref="SettingsAnswer"/>.</param>
/// <param name="ReplyTo">See <see cref="SettingsAnswer"/>.</param>
/// <param name="BaseUrl">See <see cref="SettingsAnswer"/>.</param>
/// <param name="DefaultLanguage">See <see cref="SettingsAnswer"/>.</param>
/// <param name="DefaultTimeZone">See <see cref="SettingsAnswer"/>.</param>
/// <param name="QuietFrom">See <see cref="SettingsAnswer"/>.</param>
/// <param name="QuietTo">See <see cref="SettingsAnswer"/>.</param>
public sealed record SettingsChange(
    string? InstanceName = null, string? SenderName = null, string? SenderAddress = null, string? ReplyTo = null, string? BaseUrl = null, string? DefaultLanguage = null,
    string? DefaultTimeZone = null, string? QuietFrom = null, string? QuietTo = null);

/// <summary>Days off of a country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Name">Name in words.</param>
/// <param name="Year">The year.</param>
/// <param name="Known">Holidays of that year are known; otherwise weekends only are counted.</param>
/// <param name="Days">The days.</param>
public sealed record CalendarAnswer(string Country, string Name, int Year, bool Known, IReadOnlyList<CalendarDay> Days);

/// <summary>A day off.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">What it is.</param>
public sealed record CalendarDay(LocalDate Date, string Name);
