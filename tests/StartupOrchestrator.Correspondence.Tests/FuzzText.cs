using System.Globalization;
using System.Text;

namespace StartupOrchestrator.Correspondence.Tests;

/// <summary>Texts made of everything that has ever broken a header or a calendar line.</summary>
internal sealed class FuzzText
{
    private static readonly string[] Pieces =
    [
        "\r", "\n", "\r\n", "\0", "\u2028", "\u2029", "\u0085", "\v", "\f", "\t", "\u202E", "\uFEFF", "\uD800", "\uDC00", "\"", "\\", "\\\"", "<", ">", "@", ",", ";", ":",
        "=?utf-8?B?", "?=", "=0D=0A", "%0d%0a", "\r\nBcc: evil@example.org", "\nRCPT TO:<evil@example.org>", "\r\n.\r\nMAIL FROM:<x@y>", "\r\n ATTACH:http://evil", "\nEND:VEVENT\nBEGIN:VEVENT",
        "BEGIN:VALARM", "X-ALT-DESC:x", "\" CN=\"x", "a", "Zażółć", "日本語", "😀", "e\u0301", " ", "  ", "ü", new string('x', 90), new string('ż', 80),
    ];

    private readonly Random random;

    public FuzzText(int? seed = null)
    {
        Seed = seed ?? Testing.Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        random = new Random(Seed);
    }

    public int Seed { get; }

    public string Next(int most = 8)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, most); i > 0; i--)
        {
            text.Append(random.Next(5) == 0 ? ((char)random.Next(0, 0x3000)).ToString() : Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }

    public int Below(int limit) => random.Next(limit);
}
