using System.IO.Compression;
using System.Text;
using RegionLink.Server.Files;

namespace RegionLink.Server.Tests.Files;

/// <summary>Workbooks written the way other programs write them: raw SpreadsheetML, whole or damaged.</summary>
internal static class Workbooks
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>One sheet with the given rows of cells, such as <c>&lt;c r="A1"&gt;&lt;v&gt;1&lt;/v&gt;&lt;/c&gt;</c>.</summary>
    public static byte[] Raw(string sheetData, string after = "", string? workbookExtra = null, IReadOnlyDictionary<string, byte[]>? parts = null)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(package, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Part(package, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(package, "xl/workbook.xml", $"""<workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{workbookExtra}<sheets><sheet name="Dữ liệu" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(package, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part(package, "xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData>{sheetData}</sheetData>{after}</worksheet>");
            foreach (var (path, bytes) in parts ?? new Dictionary<string, byte[]>())
            {
                using var part = package.CreateEntry(path).Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }

    /// <summary>Sheets written by our own writer, from rows of values; the first row is the header.</summary>
    public static async Task<byte[]> WrittenAsync(params (string Name, SheetVisibility Visibility, object?[][] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using var xlsx = new XlsxWriter(file);
        foreach (var (name, visibility, rows) in sheets)
        {
            await xlsx.StartSheetAsync(new SheetLayout(name, [], visibility), CancellationToken.None);
            foreach (var row in rows)
            {
                await xlsx.WriteRowAsync(row, CancellationToken.None);
            }
        }

        await xlsx.FinishAsync(CancellationToken.None);
        return file.ToArray();
    }

    private static void Part(ZipArchive package, string path, string xml)
    {
        using var part = package.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
