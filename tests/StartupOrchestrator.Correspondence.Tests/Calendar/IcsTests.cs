using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using StartupOrchestrator.Correspondence.Calendar;
using StartupOrchestrator.Correspondence.Mail;

namespace StartupOrchestrator.Correspondence.Tests.Calendar;

public sealed partial class IcsTests
{
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    private static Invitation Visit(string summary = "ONC-301, PL-04: initiation visit") =>
        new("visit-1@example.org", 0, Instant.FromUtc(2026, 11, 24, 8, 0), new LocalDateTime(2027, 1, 28, 9, 0), new LocalDateTime(2027, 1, 28, 15, 0),
            Warsaw, summary, Mailbox.Create("Marta Zielak", "startup@example.org"))
        {
            Location = "Szpital Kliniczny, Brzegowo; ward 3",
            Description = "Agenda:\n1. Protocol\n2. IP, storage",
            Attendees = [Mailbox.Create("Dr. Jan \"JW\" Wierzba", "jan@site.example")],
        };

    [Fact]
    public void Invitation_is_written_as_the_golden_file() => Golden.Compare("visit.ics", IcsWriter.Write(Visit()));

    [Fact]
    public void Cancellation_keeps_the_uid_and_takes_the_entry_out()
    {
        var text = IcsWriter.Write(Visit() with { Cancelled = true, Sequence = 2 });

        Assert.Contains("METHOD:CANCEL\r\n", text, StringComparison.Ordinal);
        Assert.Contains("UID:visit-1@example.org\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Zone_part_covers_the_change_of_the_clock_around_the_visit()
    {
        var text = IcsWriter.Write(Visit());

        Assert.Contains("DTSTART;TZID=Europe/Warsaw:20270128T090000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_5000_hostile_names_have_no_extra_property_and_lines_of_at_most_75_octets()
    {
        var fuzz = new FuzzText();
        var expected = Properties(IcsWriter.Write(Visit()));
        for (var i = 0; i < 5000; i++)
        {
            var text = IcsWriter.Write(Visit(fuzz.Next()) with
            {
                Uid = "x" + fuzz.Next(),
                Location = "x" + fuzz.Next(),
                Description = "x" + fuzz.Next(12),
                Organizer = Mailbox.Create("x" + fuzz.Next(), "startup@example.org"),
                Attendees = [Mailbox.Create("x" + fuzz.Next(), "jan@site.example")],
            });

            Assert.True(expected.SequenceEqual(Properties(text)), $"seed {fuzz.Seed}, round {i}:\n{text}");
            Assert.True(text.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75), $"seed {fuzz.Seed}, round {i}");
            Assert.False(text.Replace("\r\n", "", StringComparison.Ordinal).Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'), $"seed {fuzz.Seed}, round {i}");
        }
    }

    [Fact]
    public void Client_that_applies_1000_changes_in_any_order_ends_with_one_entry_at_the_last_sequence()
    {
        var random = new Random(7);
        var versions = Enumerable.Range(0, 1000).Select(n => IcsWriter.Write(Visit() with { Sequence = n, Cancelled = n % 7 == 3, Start = Visit().Start.PlusHours(n % 5) })).ToArray();
        random.Shuffle(versions);

        var calendar = new Dictionary<string, (int Sequence, bool Cancelled)>();
        foreach (var version in versions)
        {
            var uid = Value(version, "UID");
            var sequence = int.Parse(Value(version, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture);
            if (!calendar.TryGetValue(uid, out var known) || sequence > known.Sequence)
            {
                calendar[uid] = (sequence, Value(version, "STATUS") == "CANCELLED");
            }
        }

        var entry = Assert.Single(calendar);
        Assert.Equal((999, 999 % 7 == 3), entry.Value);
    }

    private static string[] Properties(string ics) => [.. Unfold().Replace(ics, "").Split("\r\n").Select(l => l.Split(':', ';')[0])];

    private static string Value(string ics, string name) =>
        Unfold().Replace(ics, "").Split("\r\n").Single(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];

    [GeneratedRegex("\r\n[ \t]")]
    private static partial Regex Unfold();
}
