using RegionLink.Runtime.Queries;
using RegionLink.Runtime.Scoreboard;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Server.Scoreboard;

/// <summary>A board as the rows of a file: one per unit and target.</summary>
internal static class BoardTable
{
    public static readonly Table Definition = new("scoreboard", "", "",
    [
        new("year", "", Integer, "Năm", "Year"),
        new("stage", "", Text, "Giai đoạn ngân sách", "Budget stage"),
        new("unit", "", Text, "Đơn vị", "Unit"),
        new("name", "", Text, "Tên đơn vị", "Name"),
        new("target", "", Text, "Mã mục tiêu", "Target"),
        new("metric", "", Text, "Chỉ tiêu", "Metric"),
        new("direction", "", Text, "Chiều", "Direction"),
        new("threshold", "", ColumnType.Decimal, "Ngưỡng", "Threshold"),
        new("upper", "", ColumnType.Decimal, "Ngưỡng trên", "Upper threshold"),
        new("unitOfMeasure", "", Text, "Đơn vị tính", "Unit of measure"),
        new("verdict", "", Text, "Đánh giá", "Verdict"),
        new("value", "", ColumnType.Decimal, "Giá trị", "Value"),
        new("gap", "", ColumnType.Decimal, "Khoảng cách", "Gap"),
        new("gapVnd", "", ColumnType.Money, "Khoảng cách (VND)", "Gap (VND)"),
        new("basis", "", Text, "Căn cứ đánh giá", "Basis"),
        new("published", "", ColumnType.Decimal, "Giá trị công bố", "Published value"),
        new("computed", "", ColumnType.Decimal, "Giá trị tính toán", "Computed value"),
        new("origin", "", Text, "Nguồn gốc", "Origin"),
        new("source", "", Text, "Nguồn", "Source"),
        new("revision", "", Integer, "Lần sửa", "Revision"),
        new("targetVersion", "", Text, "Phiên bản mục tiêu", "Target version"),
        new("reasons", "", Text, "Lý do", "Reasons"),
        new("illustrative", "", ColumnType.Boolean, "Minh họa", "Illustrative"),
    ]);

    /// <param name="vietnamese">Language of the reasons.</param>
    public static async IAsyncEnumerable<object?[]> RowsOf(Board board, bool vietnamese)
    {
        await Task.CompletedTask;
        var names = board.Units.ToDictionary(u => u.Key, u => vietnamese ? u.FullNameVi : u.NameEn);
        var targets = board.Targets.ToDictionary(t => t.Id);
        foreach (var one in board.Cells)
        {
            var cell = BoardCellBody.Of(one);
            var target = targets[one.Target].Target;
            yield return
            [
                (long)board.Question.Year, Word(board.Question.Stage), one.Unit.ToString(), names[one.Unit], one.Target, target.Metric,
                Word(one.Goal.Goal.Direction), one.Goal.Goal.Threshold, one.Goal.Goal.Upper, target.UnitOfMeasure, Word(cell.Verdict), cell.Value,
                cell.Gap, cell.GapVnd?.Vnd, cell.Basis is { } basis ? Word(basis) : null, one.Published?.Value, one.Computed?.Value, cell.Origin,
                cell.Source, (long?)cell.Revision, cell.TargetVersion, string.Join(" ", cell.Reasons.Select(r => vietnamese ? r.Vi : r.En)),
                cell.Illustrative,
            ];
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => Runtime.Grains.ProjectionStatement.WordOf(value);
}
