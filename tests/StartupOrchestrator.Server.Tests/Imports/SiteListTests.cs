using System.Text;
using StartupOrchestrator.Server.Features.Imports;

namespace StartupOrchestrator.Server.Tests.Imports;

public sealed class SiteListTests
{
    [Theory]
    [InlineData("country,city,institution\nDE,Ulm,Klinikum\n")]
    [InlineData("Land;Ort;Klinik\nGermany;Ulm;Klinikum\n")]
    [InlineData("Country\tCity\tSite name\r\nGermany\tUlm\tKlinikum\r\n")]
    [InlineData("\uFEFFcountry|city|facility\nDEU|Ulm|Klinikum\n")]
    public void Delimiter_and_headers_are_recognised(string text)
    {
        var reading = SiteListReader.Read(text);

        Assert.Empty(reading.Problems);
        var site = Assert.Single(reading.Content!);
        Assert.Equal(("DE", "Ulm", "Klinikum"), (site.Country, site.City, site.Institution));
    }

    [Fact]
    public void A_header_can_be_mapped()
    {
        var reading = SiteListReader.Read("A,B\nPL,Lublin\n", new Dictionary<string, string> { ["country"] = "A", ["city"] = "B" });

        Assert.Equal("Lublin (unnamed)", Assert.Single(reading.Content!).Institution);
    }

    [Fact]
    public void A_missing_column_is_named_with_the_headers_that_are_there()
    {
        var reading = SiteListReader.Read("Stadt,Klinik\nUlm,Klinikum\n");

        Assert.Null(reading.Content);
        Assert.Contains("country", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_wrong_cell_is_named_and_the_right_rows_are_kept()
    {
        var reading = SiteListReader.Read("country,city\nDE,Ulm\nAtlantis,X\nDE,\nDE,Ulm\n");

        Assert.Single(reading.Content!);
        Assert.Equal(["line 3, column country", "line 4, column city", "line 5"], reading.Problems.Select(p => p.Where));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    public void A_file_that_is_no_list_says_so(string text)
    {
        var reading = SiteListReader.Read(text);

        Assert.Null(reading.Content);
        Assert.Equal("line 1", Assert.Single(reading.Problems).Where);
    }

    [Fact]
    public void Letters_survive_the_encodings_that_spreadsheets_write()
    {
        Assert.Equal("Köln", SiteListReader.Decode(Encoding.UTF8.GetBytes("Köln")));
        Assert.Equal("Köln", SiteListReader.Decode(Encoding.Latin1.GetBytes("Köln")));
        Assert.Equal("Köln", SiteListReader.Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Köln")]));
    }
}
