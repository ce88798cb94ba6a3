using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace StartupOrchestrator.Server.Features.Exports;

/// <summary>Writes tables as an Excel workbook: dates as dates, numbers as numbers, everything else as text that is never a formula.</summary>
public static class SheetWriter
{
    private const uint Plain = 0;
    private const uint Head = 1;
    private const uint DateStyle = 2;
    private const uint DateFormat = 164;

    /// <summary>The bytes of a workbook with these sheets.</summary>
    public static byte[] Write(IReadOnlyList<SheetContent> sheets)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var list = new Sheets();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            foreach (var (sheet, index) in sheets.Select((s, i) => (s, i)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(sheet);
                list.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = sheet.Name });
            }

            workbook.Workbook = new Workbook(list);
        }

        return memory.ToArray();
    }

    private static Worksheet Sheet(SheetContent content)
    {
        var data = new SheetData();
        data.Append(new Row(content.Columns.Select(c => Text(c, Head))));
        foreach (var row in content.Rows)
        {
            data.Append(new Row(row.Select(Cell)));
        }

        var sheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(content.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Width(content, i), CustomWidth = true })),
            data);
        if (content.Rows.Count > 0)
        {
            sheet.Append(new AutoFilter { Reference = $"A1:{Letter(content.Columns.Count - 1)}{content.Rows.Count + 1}" });
        }

        return sheet;
    }

    private static double Width(SheetContent content, int column) =>
        Math.Clamp(content.Rows.Take(200).Select(r => Shown(r[column]).Length).Append(content.Columns[column].Length).Max() + 2, 8, 60);

    private static string Shown(object? value) => value is LocalDate ? "00-Mmm-0000" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        LocalDate date => new Cell { CellValue = new CellValue(date.ToDateTimeUnspecified().ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = DateStyle },
        int or long => new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!), DataType = CellValues.Number },
        _ => Text(Shown(value), Plain),
    };

    private static Cell Text(string text, uint style) => new() { DataType = CellValues.InlineString, StyleIndex = style, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) };

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + Letter(column % 26);

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd\\-mmm\\-yyyy" }) { Count = 1 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true }) { Count = 3 });
}

/// <summary>One sheet.</summary>
/// <param name="Name">Its name, at most 31 characters.</param>
/// <param name="Columns">Heads.</param>
/// <param name="Rows">Values: text, whole numbers or dates; null is an empty cell.</param>
public sealed record SheetContent(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
