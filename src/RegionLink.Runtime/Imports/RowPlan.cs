using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Runtime.Imports;

/// <summary>What a row means for what is held: the part that is the same for every kind.</summary>
internal static class RowPlan
{
    /// <param name="key">Key of the thing the row is about.</param>
    /// <param name="held">What is held under this key; null for nothing.</param>
    /// <param name="faults">Takes what speaks against the row.</param>
    /// <returns>The plan without what to send; null when there are faults.</returns>
    public static PlannedRow? Of(TypedRow row, string key, HeldRow? held, ImportTemplate template, List<ImportFault> faults)
    {
        if (held is null)
        {
            var added = template.Columns
                .Where(column => !column.ReadOnly && !column.Passing && row.Cells.GetValueOrDefault(column.Key)?.Value is not null)
                .Select(column => new FieldChange(column.Key, null, HeldRow.Text(column, row.Cells[column.Key].Value)))
                .ToList();
            return new PlannedRow(row, key, row.Version is null ? RowChange.New : RowChange.Conflict, 0, added, null)
            {
                Amounts = Amounts(row, null, template),
            };
        }

        var changes = held.ChangedBy(row, template).ToList();
        var fields = changes.Select(change => new FieldChange(change.Column.Key, change.Before, change.After)).ToList();
        if (changes.Count == 0)
        {
            return new PlannedRow(row, key, RowChange.Unchanged, held.Version, fields, null);
        }

        if (row.Version != held.Version)
        {
            return new PlannedRow(row, key, RowChange.Conflict, held.Version, fields, null);
        }

        var before = faults.Count;
        faults.AddRange(changes.Where(change => change.Column.Fixed).Select(change => row.Fault(
            FileFaults.CannotChange, change.Column.Key, change.Column.Vi, change.Column.En, change.Before, change.After)));
        faults.AddRange(changes.Where(change => change.Column is { Stays: true, Fixed: false } && change.After is null).Select(change => row.Fault(
            FileFaults.CannotEmpty, change.Column.Key, change.Column.Vi, change.Column.En, change.Before)));
        return faults.Count > before
            ? null
            : new PlannedRow(row, key, RowChange.Changed, held.Version, fields, null) { Amounts = Amounts(row, held, template) };
    }

    /// <summary>Amounts the row brings or changes, with what they were.</summary>
    private static List<(string Column, decimal Now, decimal? Before)> Amounts(TypedRow row, HeldRow? held, ImportTemplate template) =>
    [
        .. from column in template.Columns
           where column.Type == ColumnType.Money && !column.ReadOnly
           let now = row.Money(column.Key)
           let before = held?.Values.GetValueOrDefault(column.Key) as Money?
           where now is not null && now != before
           select (column.Key, (decimal)now.Value.Vnd, (decimal?)before?.Vnd),
    ];
}
