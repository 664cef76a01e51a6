using System.IO.Compression;
using System.Xml;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>
/// Looks at every part of a workbook before it is opened: that it does not grow without end, that its XML is whole, and which cells show
/// an error or hold a formula nobody computed; the reader returns both as empty.
/// </summary>
internal static class XlsxInspection
{
    private const int MaxParts = 2_000;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Cells the reader would get wrong, by sheet name and address.</summary>
    public static Dictionary<string, Dictionary<(int Row, int Column), RawCell>> Of(Stream file, FileLimits limits)
    {
        try
        {
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.GetEntry("xl/workbook.xml") is null)
            {
                throw new UnreadableFileException((package.GetEntry("xl/workbook.bin") is null ? FileFaults.UnknownFormat : FileFaults.OldExcel).OfFile());
            }

            if (package.Entries.Count > MaxParts)
            {
                throw new UnreadableFileException(FileFaults.Bomb.OfFile());
            }

            var budget = new Budget(limits.ExpandedBytes);
            var sheets = SheetParts(package, budget);
            var told = new Dictionary<string, Dictionary<(int, int), RawCell>>(StringComparer.Ordinal);
            foreach (var entry in package.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            {
                using var xml = Open(entry, budget);
                if (sheets.TryGetValue(entry.FullName, out var name))
                {
                    told[name] = Cells(xml, limits);
                }
                else
                {
                    while (xml.Read())
                    {
                        // Only to see that the part is whole and how large it is.
                    }
                }
            }

            return told;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or IOException or OverflowException or FormatException)
        {
            throw new UnreadableFileException(FileFaults.Corrupt.OfFile(e.GetType().Name));
        }
    }

    private static Dictionary<string, string> SheetParts(ZipArchive package, Budget budget)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.GetEntry("xl/_rels/workbook.xml.rels") is { } links)
        {
            using var xml = Open(links, budget);
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                {
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
                }
            }
        }

        var sheets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var workbook = Open(package.GetEntry("xl/workbook.xml")!, budget);
        while (workbook.Read())
        {
            if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && workbook.GetAttribute("id", Relations) is { } id && targets.TryGetValue(id, out var part))
            {
                sheets[part] = workbook.GetAttribute("name") ?? "";
            }
        }

        return sheets;
    }

    private static Dictionary<(int Row, int Column), RawCell> Cells(XmlReader xml, FileLimits limits)
    {
        var told = new Dictionary<(int, int), RawCell>();
        var (row, column, formula, value, isError) = (0, -1, false, (string?)null, false);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == Main)
            {
                switch (xml.LocalName)
                {
                    case "row":
                        row = xml.GetAttribute("r") is { } r ? XmlConvert.ToInt32(r) : row + 1;
                        column = -1;
                        break;
                    case "c":
                        column = xml.GetAttribute("r") is { } address ? Column(address) : column + 1;
                        (formula, value, isError) = (false, null, xml.GetAttribute("t") == "e");
                        if (column >= limits.Columns && !xml.IsEmptyElement)
                        {
                            throw new UnreadableFileException(FileFaults.TooManyColumns.OfFile(row, limits.Columns));
                        }

                        break;
                    case "f":
                        formula = true;
                        break;
                    case "v" when isError:
                        value = xml.ReadElementContentAsString();
                        Tell();
                        break;
                    case "v":
                        value = "";   // present, if only as an empty text
                        break;
                }
            }

            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && xml.NamespaceURI == Main)
            {
                Tell();
            }
        }

        return told;

        void Tell()
        {
            if (isError && value is not null)
            {
                told[(row, column)] = new RawCell(RawKind.Error, value);
            }
            else if (formula && value is null)
            {
                told[(row, column)] = new RawCell(RawKind.NotComputed, "=");
            }
        }
    }

    private static int Column(string address)
    {
        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column - 1;
    }

    private static XmlReader Open(ZipArchiveEntry entry, Budget budget) => XmlReader.Create(new BudgetedStream(entry.Open(), budget), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        CheckCharacters = false,
    });
}
