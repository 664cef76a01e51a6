namespace RegionLink.Server.Files;

/// <summary>How much of a file is read before it is refused. Defaults bound the memory of one import to a few hundred MB.</summary>
/// <param name="Bytes">Of the file as sent.</param>
/// <param name="ExpandedBytes">Of all parts of an Excel file together, as they are when opened.</param>
/// <param name="Rows">Of a sheet, with something in them.</param>
/// <param name="CellText">Characters of one cell.</param>
public sealed record FileLimits(
    long Bytes = 50L * 1024 * 1024, long ExpandedBytes = 400L * 1024 * 1024, int Rows = 200_000, int Columns = 200, int CellText = 32_767);
