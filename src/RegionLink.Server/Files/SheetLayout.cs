namespace RegionLink.Server.Files;

/// <summary>How a sheet of a workbook looks; its rows are written afterwards, one by one.</summary>
/// <param name="Name">Tab name; what Excel forbids in it is replaced and it is cut to 31 characters.</param>
/// <param name="Columns">From left to right. Their titles become a frozen first row, unless no column has one.</param>
/// <param name="Visibility">Whether people see the tab.</param>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns, SheetVisibility Visibility = SheetVisibility.Visible)
{
    public bool HasHeader => Columns.Any(column => column.Title.Length > 0);
}

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Header text; empty for none.</param>
/// <param name="Format">How its cells are shown; does not change what they hold.</param>
/// <param name="Width">In characters; Excel allows at most 255.</param>
/// <param name="Hidden">True for columns that travel with the row but are not for people (its version).</param>
/// <param name="Check">What may be typed into it; null for anything.</param>
public sealed record SheetColumn(string Title, CellFormat Format = CellFormat.General, int Width = 16, bool Hidden = false, CellCheck? Check = null);

/// <summary>A list of values to choose from and the hint shown when a cell is selected.</summary>
/// <param name="ListRange">Absolute range that holds the values, such as <c>'Danh mục'!$A$2:$A$13</c>; null for no list.</param>
/// <param name="HintTitle">At most 32 characters; cut when longer.</param>
/// <param name="Hint">At most 255 characters; cut when longer.</param>
/// <param name="Rows">How many rows below the header the check covers.</param>
public sealed record CellCheck(string? ListRange, string HintTitle, string Hint, int Rows = 5000);

/// <summary>How a cell is shown.</summary>
public enum CellFormat
{
    General,

    /// <summary>Digit groups, no decimals: money in whole đồng, counts.</summary>
    Whole,

    /// <summary>dd/MM/yyyy.</summary>
    Date,

    /// <summary>dd/MM/yyyy HH:mm:ss; times are written in Vietnam time (UTC+7).</summary>
    DateTime,

    /// <summary>Text even when it looks like a number: codes keep their leading zeros.</summary>
    Text,

    /// <summary>Text over several lines.</summary>
    Wrapped,
}

/// <summary>Whether people see a sheet.</summary>
public enum SheetVisibility
{
    Visible,

    /// <summary>Can be shown again from the menu.</summary>
    Hidden,

    /// <summary>Only a program finds it.</summary>
    VeryHidden,
}
