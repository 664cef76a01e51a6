using System.Globalization;
using System.Text;

namespace RegionLink.Server.Files;

/// <summary>The fixed parts of a workbook around its rows (ECMA-376 part 1, SpreadsheetML). Element order matters to Excel.</summary>
internal static class XlsxParts
{
    public const int HeaderStyle = 1;
    public const int QuotedStyle = 6;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Position in <c>cellXfs</c> of <see cref="Styles"/>.</summary>
    public static int StyleOf(CellFormat format) => format switch
    {
        CellFormat.Whole => 2,
        CellFormat.Date => 3,
        CellFormat.DateTime => 4,
        CellFormat.Text => 5,
        CellFormat.Wrapped => 7,
        _ => 0,
    };

    /// <summary>Everything of a sheet that stands before its rows: frozen header, column widths.</summary>
    public static string SheetStart(SheetLayout layout, bool first)
    {
        var xml = new StringBuilder(Declaration).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetViews>");
        xml.Append(CultureInfo.InvariantCulture, $"<sheetView{(first ? " tabSelected=\"1\"" : "")} workbookViewId=\"0\">");
        if (layout.HasHeader)
        {
            xml.Append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        }

        xml.Append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        if (layout.Columns.Count > 0)
        {
            xml.Append("<cols>");
            for (var i = 0; i < layout.Columns.Count; i++)
            {
                var column = layout.Columns[i];
                xml.Append(CultureInfo.InvariantCulture,
                    $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Math.Clamp(column.Width, 1, 255)}\" style=\"{StyleOf(column.Format)}\"{(column.Hidden ? " hidden=\"1\"" : "")} customWidth=\"1\"/>");
            }

            xml.Append("</cols>");
        }

        return xml.Append("<sheetData>").ToString();
    }

    /// <summary>Everything of a sheet that stands after its rows: lists and hints.</summary>
    public static string SheetEnd(SheetLayout layout)
    {
        var xml = new StringBuilder("</sheetData>");
        var checks = layout.Columns.Select((column, at) => (column.Check, At: at)).Where(c => c.Check is not null).ToList();
        if (checks.Count > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<dataValidations count=\"{checks.Count}\">");
            foreach (var (check, at) in checks)
            {
                var letters = XlsxText.Column(at);
                xml.Append(CultureInfo.InvariantCulture,
                    $"<dataValidation{(check!.ListRange is null ? "" : " type=\"list\"")} allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" promptTitle=\"{Cut(check.HintTitle, 32)}\" prompt=\"{Cut(check.Hint, 255)}\" sqref=\"{letters}2:{letters}{check.Rows + 1}\">");
                if (check.ListRange is not null)
                {
                    xml.Append(CultureInfo.InvariantCulture, $"<formula1>{XlsxText.Escape(check.ListRange)}</formula1>");
                }

                xml.Append("</dataValidation>");
            }

            xml.Append("</dataValidations>");
        }

        return xml.Append("</worksheet>").ToString();
    }

    /// <summary>The parts that tie the sheets together, by their path in the package.</summary>
    public static IEnumerable<(string Path, string Xml)> Workbook(IReadOnlyList<(string Name, SheetVisibility Visibility)> sheets)
    {
        var tabs = new StringBuilder();
        var links = new StringBuilder();
        var types = new StringBuilder();
        for (var i = 1; i <= sheets.Count; i++)
        {
            var (name, visibility) = sheets[i - 1];
            var state = visibility switch { SheetVisibility.Hidden => " state=\"hidden\"", SheetVisibility.VeryHidden => " state=\"veryHidden\"", _ => "" };
            tabs.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{XlsxText.Escape(name)}\" sheetId=\"{i}\"{state} r:id=\"rId{i}\"/>");
            links.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
            types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }

        yield return ("xl/workbook.xml", $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{tabs}</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"{Declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}<Relationship Id=\"styles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("xl/styles.xml", Styles);
        yield return ("_rels/.rels", $"{Declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("[Content_Types].xml", $"{Declaration}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>");
    }

    private const string Styles = Declaration + """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm:ss"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="8">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    private static string Cut(string text, int length) => XlsxText.Escape(text.Length > length ? text[..(length - 1)] + "…" : text);
}
