using StartupOrchestrator.Correspondence.Mail.Pickup;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Tests.Delivery;

public sealed class LetterTests
{
    private const string Scope = "\"sponsor\":\"sp\",\"study\":\"onc-301\",\"country\":\"PL\",\"site\":\"onc-301.pl-04\"";

    [Theory]
    [InlineData("selection-letter", "ONC-301: your site has been selected")]
    [InlineData("decline-letter", "ONC-301: result of the site selection")]
    [InlineData("activation-letter", "ONC-301: PL-04, Szpital Kliniczny Brzegowo is activated")]
    [InlineData("note", "ONC-301, PL-04: New version")]
    public async Task Letter_of_a_plan_goes_to_whoever_holds_the_role(string template, string subject)
    {
        await using var scene = new DeliveryScene();
        await scene.FurnishAsync();
        Assert.True(await scene.HandleAsync(Row($$"""{"key":"k","template":"{{template}}","to":"site/onc-301.pl-04","data":{ {{Scope}},"role":"PI","title":"New version","text":"It is on its way."} }""")));

        Assert.Equal(subject, scene.Post.Last.Subject);
        Assert.Equal("jan@site.example", scene.Post.Last.To.Address);
    }

    [Fact]
    public async Task Letter_to_an_empty_role_says_so_and_is_not_lost()
    {
        await using var scene = new DeliveryScene();
        await scene.FurnishAsync();
        var e = await Assert.ThrowsAsync<Correspondence.Delivery.NoRecipientException>(() => scene.HandleAsync(Row($$"""{"key":"k","template":"note","to":"site/onc-301.pl-04","data":{ {{Scope}},"role":"PHA"} }""")));

        Assert.Contains("PHA", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_goes_to_each_role_with_one_calendar_entry_for_all()
    {
        await using var scene = new DeliveryScene();
        await scene.FurnishAsync();
        var data = $$"""{ {{Scope}},"visit":"siv","title":"Initiation","place":"on-site","start":"2027-01-28T09:00:00","end":"2027-01-28T13:00:00","zone":"Europe/Warsaw","roles":["SC","PI","CRA"],"cancelled":false}""";
        Assert.True(await scene.InviteAsync(Row($$"""{"uid":"u1","sequence":0,"data":{{data}} }""")));
        Assert.True(await scene.InviteAsync(Row($$"""{"uid":"u1","sequence":1,"data":{{data.Replace("false", "true", StringComparison.Ordinal)}} }""", "row-2")));

        Assert.Equal(["jan@site.example", "marta@cro.example"], scene.Post.Mails.Take(2).Select(m => m.To.Address).Order());
        Assert.All(scene.Post.Mails, m => Assert.Contains("UID:u1@example.org\r\n", m.Calendar!.Content, StringComparison.Ordinal));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL", "CANCEL"], scene.Post.Mails.Select(m => m.Calendar!.Method));
        Assert.Contains("Cancelled: ONC-301, PL-04: initiation visit", scene.Post.Last.Subject, StringComparison.Ordinal);
        Assert.Equal(4, scene.Post.Mails.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Dry_run_keeps_its_mails_and_marks_them()
    {
        await using var scene = new DeliveryScene(DatabaseNature.Rehearsal);
        await scene.FurnishAsync();
        await scene.GiveAsync();
        await scene.DeliverAsync();

        var mail = Assert.Single(Assert.IsType<MemoryTransport>(scene.Transport).Mails);
        Assert.StartsWith("[Dry run] ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("This mail has not been sent to anybody", mail.Text, StringComparison.Ordinal);
        Assert.Empty(scene.Post.Mails);
    }

    private static PendingMessage Row(string payload, string id = "row-1") => new(id, "workflow/w", "mail", 1, payload, NodaTime.Instant.MinValue, 0, null);
}
