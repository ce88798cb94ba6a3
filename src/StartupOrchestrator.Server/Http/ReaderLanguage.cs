using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Server.Http;

/// <summary>
/// The language of whoever reads an answer, by <c>Accept-Language</c>; English where nothing else is wanted. It holds for one
/// request, and for texts marked <see cref="SaidAttribute"/> or <see cref="ToldAttribute"/> and for problems: codes, names and what people wrote stay as they are.
/// </summary>
internal static class ReaderLanguage
{
    private static readonly AsyncLocal<Language?> Wanted = new();

    /// <summary>The language of the request at hand.</summary>
    public static Language Current => Wanted.Value ?? Language.English;

    /// <summary>Finds out, for each request to the API, which language it wants.</summary>
    public static void UseReaderLanguage(this WebApplication app) => app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use((http, next) =>
    {
        Wanted.Value = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Language.Find(l.Value.ToString())).FirstOrDefault(l => l is not null);
        Announce(http);
        return next(http);
    }));

    /// <summary>Says in which language the answer is.</summary>
    public static void Announce(HttpContext http)
    {
        http.Response.Headers.ContentLanguage = Current.Tag;

        // The version in the entity tag says nothing of the language: what is kept for one must not be given to the other.
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
    }

    /// <summary>The text as the reader knows it.</summary>
    public static string Say(string text) => ReferenceEquals(Current, Language.English) ? text : Phrases.In(Current, text);

    /// <summary>What the product itself says, a refusal for example, as the reader knows it.</summary>
    public static string Tell(string text) => ReferenceEquals(Current, Language.English) ? text : Sentences.In(Current, text);

    /// <summary>Lets the members that are marked be written in the reader's language.</summary>
    public static void Say(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.Get is { } get && Saying(member.AttributeProvider) is { } say)
            {
                member.Get = owner => get(owner) switch
                {
                    string text => say(text),
                    IReadOnlyList<string> texts => texts.Select(say).ToList(),
                    var other => other,
                };
            }
        }
    }

    private static Func<string, string>? Saying(ICustomAttributeProvider? member) =>
        (member?.IsDefined(typeof(SaidAttribute), inherit: false), member?.IsDefined(typeof(ToldAttribute), inherit: false)) switch
        {
            (true, true) => text => Tell(Say(text)),
            (true, _) => Say,
            (_, true) => Tell,
            _ => null,
        };
}
