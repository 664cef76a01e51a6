namespace RegionLink.Domain.Imports;

/// <summary>What a file of one kind looks like; export and import use the same.</summary>
/// <param name="Kind">Name in addresses and on the command line, such as <c>budget-lines</c>.</param>
/// <param name="Columns">In the order of the file, without the version, which every template has last.</param>
public sealed record ImportTemplate(string Kind, string Vi, string En, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>
    /// Carries the version of a row as it was exported, so that an edit made elsewhere in between is seen. Empty for rows a person added.
    /// </summary>
    public static ImportColumn Version { get; } = new("rowVersion", "Phiên bản (không sửa)", "Version (do not edit)", ColumnType.Whole)
    {
        Hidden = true,
        Min = 1,
    };

    /// <summary>Understood when a sender adds it, not part of what is handed out: there the header names the unit.</summary>
    public static ImportColumn MoneyUnit { get; } = new("moneyUnit", "Đơn vị tiền", "Money unit", ColumnType.MoneyUnit);

    /// <summary>Everything understood in a file.</summary>
    public IEnumerable<ImportColumn> AllColumns => Columns.Any(column => column.Type == ColumnType.Money)
        ? Columns.Append(Version).Append(MoneyUnit)
        : Columns.Append(Version);

    public string Title(Language language) => language == Language.Vi ? Vi : En;

    public ImportColumn Column(string key) => AllColumns.First(column => column.Key == key);
}
