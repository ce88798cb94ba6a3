namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>
/// The IANA zone in which a site's deadlines end, from its country and state. A proposal: the site's page lets it be changed.
/// </summary>
public static class SiteTimeZones
{
    private static readonly Dictionary<string, string> ByCountry = Pairs(
        "US America/New_York CA America/Toronto AU Australia/Sydney RU Europe/Moscow PL Europe/Warsaw CZ Europe/Prague BG Europe/Sofia " +
        "HU Europe/Budapest TW Asia/Taipei DE Europe/Berlin GB Europe/London FR Europe/Paris ES Europe/Madrid IT Europe/Rome AT Europe/Vienna " +
        "BE Europe/Brussels NL Europe/Amsterdam CH Europe/Zurich SE Europe/Stockholm NO Europe/Oslo DK Europe/Copenhagen FI Europe/Helsinki " +
        "EE Europe/Tallinn LV Europe/Riga LT Europe/Vilnius RO Europe/Bucharest SK Europe/Bratislava SI Europe/Ljubljana HR Europe/Zagreb " +
        "RS Europe/Belgrade GR Europe/Athens PT Europe/Lisbon IE Europe/Dublin UA Europe/Kyiv TR Europe/Istanbul IL Asia/Jerusalem " +
        "JP Asia/Tokyo KR Asia/Seoul CN Asia/Shanghai HK Asia/Hong_Kong SG Asia/Singapore IN Asia/Kolkata TH Asia/Bangkok MY Asia/Kuala_Lumpur " +
        "PH Asia/Manila VN Asia/Ho_Chi_Minh ID Asia/Jakarta NZ Pacific/Auckland BR America/Sao_Paulo AR America/Argentina/Buenos_Aires " +
        "CL America/Santiago CO America/Bogota MX America/Mexico_City PE America/Lima ZA Africa/Johannesburg EG Africa/Cairo " +
        "SA Asia/Riyadh AE Asia/Dubai GE Asia/Tbilisi MD Europe/Chisinau BY Europe/Minsk KZ Asia/Almaty PR America/Puerto_Rico");

    private static readonly Dictionary<string, string[]> ByState = new()
    {
        ["America/Chicago"] = ["Alabama", "Arkansas", "Illinois", "Iowa", "Kansas", "Louisiana", "Minnesota", "Mississippi", "Missouri", "Nebraska", "North Dakota", "Oklahoma", "South Dakota", "Tennessee", "Texas", "Wisconsin"],
        ["America/Denver"] = ["Colorado", "Idaho", "Montana", "New Mexico", "Utah", "Wyoming"],
        ["America/Phoenix"] = ["Arizona"],
        ["America/Los_Angeles"] = ["California", "Nevada", "Oregon", "Washington"],
        ["America/Anchorage"] = ["Alaska"],
        ["Pacific/Honolulu"] = ["Hawaii"],
        ["America/Vancouver"] = ["British Columbia"],
        ["America/Edmonton"] = ["Alberta"],
        ["America/Winnipeg"] = ["Manitoba"],
        ["America/Regina"] = ["Saskatchewan"],
        ["America/Halifax"] = ["Nova Scotia", "New Brunswick", "Prince Edward Island"],
        ["America/St_Johns"] = ["Newfoundland and Labrador"],
        ["Australia/Melbourne"] = ["Victoria"],
        ["Australia/Brisbane"] = ["Queensland"],
        ["Australia/Adelaide"] = ["South Australia"],
        ["Australia/Perth"] = ["Western Australia"],
        ["Australia/Darwin"] = ["Northern Territory"],
        ["Australia/Hobart"] = ["Tasmania"],
    };

    /// <summary>The zone; null when the country has none in the list.</summary>
    public static string? For(string country, string? state) =>
        state is not null && country is "US" or "CA" or "AU" && ByState.FirstOrDefault(z => z.Value.Contains(state, StringComparer.OrdinalIgnoreCase)).Key is { } zone
            ? zone
            : ByCountry.GetValueOrDefault(country);

    private static Dictionary<string, string> Pairs(string text) =>
        text.Split(' ').Chunk(2).ToDictionary(p => p[0], p => p[1]);
}
