using System.Globalization;
using StartupOrchestrator.Server.Features.Rehearsals.Acting;

namespace StartupOrchestrator.Server.Tests.Rehearsals;

/// <summary>A dry run reads its mails as a recipient's program does, or its people stand before links that do not work.</summary>
public sealed class PickupMailTests : IDisposable
{
    private const string Task = "sppvbcskmgnc8bsbm11an0fyd2";
    private readonly string folder = Directory.CreateTempSubdirectory("startup-pickup-").FullName;

    [Fact]
    public void Link_whose_secret_begins_a_line_with_a_dash_is_read_whole()
    {
        Put("a", new DateTimeOffset(2027, 7, 19, 13, 0, 0, TimeSpan.Zero), $"http://127.0.0.1:5080/t/{Task}~=\r\n=2Db9Iabc_=\r\nxyz");
        Assert.Equal($"/t/{Task}~-b9Iabc_xyz", Read().LinkTo(Task));
    }

    [Fact]
    public void Newest_mail_counts_whatever_its_file_is_called()
    {
        Put("a", new DateTimeOffset(2027, 8, 4, 13, 0, 0, TimeSpan.Zero), $"http://127.0.0.1/t/{Task}~new");
        Put("b", new DateTimeOffset(2027, 7, 19, 13, 0, 0, TimeSpan.Zero), $"http://127.0.0.1/t/{Task}~old");
        Assert.Equal($"/t/{Task}~new", Read().LinkTo(Task));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private PickupMail Read()
    {
        var mail = new PickupMail(folder);
        mail.ReadNew();
        return mail;
    }

    private void Put(string name, DateTimeOffset date, string body) =>
        File.WriteAllText(Path.Combine(folder, name + ".eml"), $"Date: {date.ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture)}\r\n\r\n{body}\r\n");
}
