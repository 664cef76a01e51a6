using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>Finds the sheet of a workbook that holds the data.</summary>
public static class SheetChoice
{
    /// <summary>Sheets the templates bring along for people.</summary>
    public static readonly (string Vi, string En) Guide = ("Hướng dẫn", "Guide");

    public static readonly (string Vi, string En) Lists = ("Danh mục", "Lists");

    /// <summary>
    /// The visible sheet named as the template, else the first visible one with its header, else the first visible one. Others are named in
    /// notices, so that nobody believes they were read. Null when nothing is visible.
    /// </summary>
    public static RawSheet? Of(IReadOnlyList<RawSheet> sheets, ImportTemplate template, List<ImportFault> faults)
    {
        var candidates = sheets.Where(sheet => !sheet.Hidden && !Ours(sheet.Name)).ToList();
        var chosen = candidates.Find(sheet => VietnameseText.Same(sheet.Name, template.Vi) || VietnameseText.Same(sheet.Name, template.En))
            ?? candidates.Find(sheet => HeaderMatch.Find(sheet, template, []) is not null)
            ?? (candidates.Count > 0 ? candidates[0] : null);
        if (chosen is null)
        {
            faults.Add(FileFaults.NoRows.OfFile());
            return null;
        }

        foreach (var other in sheets.Where(sheet => sheet != chosen && sheet.Rows.Count > 0 && !Ours(sheet.Name)))
        {
            var code = other.Hidden ? FileFaults.SheetHidden : FileFaults.SheetIgnored;
            faults.Add(code.At(other.Name, null, null, null, other.Name, chosen.Name) with { IsNotice = true });
        }

        return chosen;
    }

    private static bool Ours(string name) => name == Guide.Vi || name == Guide.En || name == Lists.Vi || name == Lists.En;
}
