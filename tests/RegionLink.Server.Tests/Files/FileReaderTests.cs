using System.IO.Compression;
using System.Text;
using RegionLink.Domain.Imports;
using RegionLink.Server.Files;

namespace RegionLink.Server.Tests.Files;

public sealed class FileReaderTests
{
    private static readonly FileLimits Limits = new();

    [Theory]
    [InlineData("Số hiệu,Năm\r\nA,2026\r\n")]
    [InlineData("\uFEFFSố hiệu;Năm\nA;2026")]
    [InlineData("Số hiệu\tNăm\nA\t2026\n\n")]
    [InlineData("sep=;\r\nSố hiệu;Năm\r\nA;2026\r\n")]
    [InlineData("Biểu số 3, kèm công văn\nSố hiệu;Năm\nA;2026\nB;2027")]
    public void Csv_is_read_with_the_delimiter_it_uses(string text)
    {
        var sheet = Assert.Single(Sheets(Encoding.UTF8.GetBytes(text)));
        var header = sheet.Rows.First(row => row.At(0).Text == "Số hiệu");
        Assert.Equal(["Số hiệu", "Năm"], header.Cells.Select(c => c.Text));
        Assert.Equal(["A", "2026"], sheet.Rows.First(row => row.Number == header.Number + 1).Cells.Select(c => c.Text));
    }

    [Fact]
    public void Decimal_commas_do_not_hide_the_delimiter()
    {
        var sheet = Assert.Single(Sheets("Mã;Tên;x;y;z\nA;Bàn, ghế, tủ;1,5;2,5;3,5\nB;Máy;1,5;2,5;3,5\n"u8.ToArray()));
        Assert.Equal(5, sheet.Rows[1].Cells.Count);
    }

    [Fact]
    public void Rows_keep_the_line_they_begin_on()
    {
        var sheet = Assert.Single(Sheets("a,b\n\n\"hai\ndòng\",2\nc,3\n"u8.ToArray()));
        Assert.Equal([1, 3, 5], sheet.Rows.Select(row => row.Number));
        Assert.Equal("hai\ndòng", sheet.Rows[1].At(0).Text);
    }

    [Fact]
    public async Task What_the_csv_writer_protects_comes_back_as_it_was()
    {
        string[] texts = ["=1+1", "'=1+1", "-5", "@x", "\t=a", "' nháy", "plain", "a\r\nb, \"c\""];
        using var file = new MemoryStream();
        var csv = new CsvTableWriter(file);
        await csv.WriteRowAsync(texts, CancellationToken.None);
        await csv.FlushAsync(CancellationToken.None);
        Assert.Equal(texts, Assert.Single(Sheets(file.ToArray())).Rows[0].Cells.Select(c => c.Text));
    }

    [Fact]
    public void Text_that_is_not_utf8_is_named_with_its_place()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('a', 70_000) + "\nđường").Concat(new byte[] { 0xD0, 0x20 }).ToArray();
        Assert.Equal("import.file-not-utf8", Fault(bytes).Code);
        Assert.Contains("70,011", Fault(bytes).En, StringComparison.Ordinal);
        Assert.Contains("line 2", Fault(bytes).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_cut_by_a_block_of_reading_is_whole()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('a', 65_533 + shift) + "ệ𠀋,b";
            Assert.Equal(2, Assert.Single(Sheets(Encoding.UTF8.GetBytes(text), Limits with { CellText = 100_000 })).Rows[0].Cells.Count);
        }
    }

    [Theory]
    [InlineData("a,b\n\"c,d\ne,f\n")]
    [InlineData("a,b\nc\"d,e\n")]
    [InlineData("a,b\n\"c\"d,e\n")]
    public void Wrong_quotes_are_named(string text) => Assert.Equal("import.quote-open", Fault(Encoding.UTF8.GetBytes(text)).Code);

    [Fact]
    public void Limits_hold()
    {
        var text = "a,b\n1,2\n3,4\n"u8.ToArray();
        Assert.Equal("import.file-too-large", Fault(text, Limits with { Bytes = 5 }).Code);
        Assert.Equal("import.too-many-rows", Fault(text, Limits with { Rows = 2 }).Code);
        Assert.Equal("import.too-many-columns", Fault(text, Limits with { Columns = 1 }).Code);
        Assert.Equal("import.cell-too-long", Fault("a,bcdefghijk\n"u8.ToArray(), Limits with { CellText = 5 }).Code);
    }

    [Fact]
    public async Task Limits_hold_for_workbooks()
    {
        var book = await Workbooks.WrittenAsync(("S", SheetVisibility.Visible, [["a", "b"], [1, 2], [3, 4]]));
        Assert.Equal("import.too-many-rows", Fault(book, Limits with { Rows = 2 }).Code);
        Assert.Equal("import.too-many-columns", Fault(book, Limits with { Columns = 1 }).Code);
    }

    [Fact]
    public void Formulas_give_their_last_value_and_those_without_one_are_told()
    {
        var book = Workbooks.Raw("""
            <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="str"><f>""</f><v></v></c><c r="E2" t="b"><v>1</v></c></row>
            """);
        var row = Assert.Single(Assert.Single(Sheets(book)).Rows);
        Assert.Equal(2, row.Number);
        Assert.Equal([RawKind.Number, RawKind.NotComputed, RawKind.Error, RawKind.Empty, RawKind.Flag], row.Cells.Select(c => c.Kind));
        Assert.Equal("#DIV/0!", row.At(2).Text);
    }

    [Fact]
    public void Merged_cells_are_told()
    {
        var book = Workbooks.Raw("""<row r="1"><c r="A1"><v>1</v></c></row>""", """<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>""");
        Assert.Equal("A1:B3", Assert.Single(Assert.Single(Sheets(book)).Merged).ToString());
    }

    [Fact]
    public void Dates_of_either_date_system_and_percentages_are_what_the_sheet_shows()
    {
        var styles = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>"""u8.ToArray();
        var rels = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""u8.ToArray();
        var cells = """<row r="1"><c r="A1" s="1"><v>46115</v></c><c r="B1" s="2"><v>0.0097</v></c><c r="C1"><v>0.30000000000000004</v></c></row>""";
        foreach (var (extra, day) in new[] { ("", new DateTime(2026, 4, 3)), ("""<workbookPr date1904="1"/>""", new DateTime(2030, 4, 4)) })
        {
            var book = Replaced(Workbooks.Raw(cells, workbookExtra: extra), new() { ["xl/styles.xml"] = styles, ["xl/_rels/workbook.xml.rels"] = rels });
            var row = Assert.Single(Assert.Single(Sheets(book)).Rows);
            Assert.Equal((RawKind.Date, day), (row.At(0).Kind, row.At(0).Time));
            Assert.Equal((RawKind.Percent, 0.97m), (row.At(1).Kind, row.At(1).Number));
            Assert.Equal(0.3m, row.At(2).Number);
        }
    }

    [Fact]
    public async Task Hidden_sheets_are_told_apart()
    {
        var book = await Workbooks.WrittenAsync(("Ẩn", SheetVisibility.Hidden, [["x"]]), ("Dữ liệu", SheetVisibility.Visible, [["y"]]), ("Kín", SheetVisibility.VeryHidden, []));
        Assert.Equal([true, false, true], Sheets(book).Select(sheet => sheet.Hidden));
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_named_and_never_an_exception()
    {
        var book = await Workbooks.WrittenAsync(("S", SheetVisibility.Visible, [["Số hiệu", "Năm"], ["A", 2026]]));
        for (var length = 4; length < book.Length; length += 37)
        {
            Assert.Equal("import.file-corrupt", Fault(book[..length]).Code);
        }
    }

    [Fact]
    public async Task A_damaged_byte_is_named_or_harmless_and_never_an_exception()
    {
        var book = await Workbooks.WrittenAsync(("S", SheetVisibility.Visible, [["Số hiệu", "Năm"], ["A", 2026]]));
        var named = 0;
        for (var at = 4; at < book.Length; at += 11)
        {
            var damaged = book.ToArray();
            damaged[at] ^= 0x5A;
            named += FileReader.Read(new MemoryStream(damaged), Limits).Fault is null ? 0 : 1;
        }

        Assert.True(named > 50, $"{named} damaged files were named.");
    }

    [Fact]
    public void A_part_with_broken_xml_or_an_entity_is_named()
    {
        Assert.Equal("import.file-corrupt", Fault(Workbooks.Raw("<row r=\"1\"><c>")).Code);
        var entity = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&a;</styleSheet>"""u8.ToArray();
        Assert.Equal("import.file-corrupt", Fault(Workbooks.Raw("", parts: new Dictionary<string, byte[]> { ["xl/styles.xml"] = entity })).Code);
    }

    [Fact]
    public void A_file_that_grows_without_end_is_named()
    {
        var spaces = new byte[30 * 1024 * 1024];
        Array.Fill(spaces, (byte)' ');
        var bomb = Workbooks.Raw("", parts: new Dictionary<string, byte[]> { ["xl/sharedStrings.xml"] = [.. "<sst>"u8, .. spaces, .. "</sst>"u8] });
        Assert.True(bomb.Length < 200_000);
        Assert.Equal("import.file-expands-too-much", Fault(bomb, Limits with { ExpandedBytes = 10 * 1024 * 1024 }).Code);
    }

    [Fact]
    public void Files_that_are_something_else_are_named()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000]];
        Assert.Equal("import.file-old-excel", Fault(compound).Code);
        Assert.Equal("import.file-encrypted", Fault([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Code);
        Assert.Equal("import.file-format-unknown", Fault([0x89, 0x50, 0x4E, 0x47, 0, 0, 0]).Code);
        Assert.Equal("import.file-not-utf8", Fault(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b")).ToArray()).Code);
        Assert.Equal("import.file-empty", Fault([]).Code);
        using var zip = new MemoryStream();
        using (var package = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            package.CreateEntry("word/document.xml").Open().Dispose();
        }

        Assert.Equal("import.file-format-unknown", Fault(zip.ToArray()).Code);
    }

    private static IReadOnlyList<RawSheet> Sheets(byte[] bytes, FileLimits? limits = null)
    {
        var (sheets, fault) = FileReader.Read(new MemoryStream(bytes), limits ?? Limits);
        Assert.Null(fault);
        return sheets;
    }

    private static ImportFault Fault(byte[] bytes, FileLimits? limits = null)
    {
        var (sheets, fault) = FileReader.Read(new MemoryStream(bytes), limits ?? Limits);
        Assert.Empty(sheets);
        return Assert.IsType<ImportFault>(fault);
    }

    private static byte[] Replaced(byte[] book, Dictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        file.Write(book);
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (path, bytes) in parts)
            {
                package.GetEntry(path)?.Delete();
                using var part = package.CreateEntry(path).Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
