using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.ReferenceData;
using RegionLink.Server.Scoreboard;
using Spectre.Console;

namespace RegionLink.Server.CommandLine;

/// <summary>The region's standing on the DX budget share, at the terminal: what everybody may see, as everybody sees it.</summary>
internal static class ScoreboardTable
{
    private const string Metric = "dx_budget_share";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static async Task ShowAsync(Terminal terminal, IServiceProvider services, int year, DateOnly boundary, CancellationToken ct)
    {
        var question = new BoardQuestion(year, BudgetStage.Decided, boundary, ScoreboardEndpoints.Southeast, Everything: false);
        var board = (await services.GetRequiredService<BoardCache<RenderedBoard>>().GetAsync(question, ct)).Board;
        var day = boundary.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        terminal.Blank();
        terminal.Title(
            $"Tỷ lệ chi chuyển đổi số {year}, địa giới ngày {day}",
            $"DX share of the budget {year}, boundaries of {boundary.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        var reference = await services.GetRequiredService<ReferenceCache>().GetAsync(ct);
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("Đơn vị / Unit");
        table.AddColumn("Giá trị / Value", column => column.RightAligned().NoWrap());
        table.AddColumn("Mục tiêu / Target", column => column.RightAligned().NoWrap());
        table.AddColumn("Khoảng cách / Gap", column => column.RightAligned().NoWrap());
        table.AddColumn("Đánh giá / Verdict");
        table.AddColumn("Căn cứ / Basis");
        var notes = new List<Refusal>();
        var targets = board.Targets.Where(t => t.Target.Metric == Metric).ToDictionary(t => t.Id);
        foreach (var unit in board.Units)
        {
            foreach (var cell in board.Cells.Where(c => c.Unit == unit.Key && targets.ContainsKey(c.Target)))
            {
                AddRow(table, unit, cell, targets[cell.Target], reference, notes);
            }
        }

        terminal.Output.Write(table);
        foreach (var (number, reason) in notes.Index())
        {
            terminal.Detail($"[{number + 1}] {InBoth(reason.Named(reference))}");
        }
    }

    /// <param name="notes">Reasons told below the table, each once: those of a row that has several.</param>
    private static void AddRow(Table table, Unit unit, BoardCell cell, BoardTarget target, Reference reference, List<Refusal> notes)
    {
        var value = cell.Basis is BoardBasis.Published ? cell.Published!.Value : cell.Computed?.Value;
        var (vi, en) = Words(cell.Verdict.Kind);
        table.AddRow(
            new Text($"{unit.FullNameVi} ({unit.Key})"),
            new Text(Percent(value)),
            new Text($"{(target.InForce ? "" : "(")}{Goal(cell.Goal.Goal)}{(target.InForce ? "" : ")")}"),
            new Text(cell.Verdict.Gap is { } gap ? $"{(gap > 0 ? "+" : "")}{gap.ToString("0.####", Vietnamese)} điểm / points" : "–"),
            new Text($"{vi} / {en}"),
            new Text(Basis(cell, reference, notes)));
    }

    private static string Basis(BoardCell cell, Reference reference, List<Refusal> notes) => cell switch
    {
        { Illustrative: true } => "minh hoạ / illustrative",
        { Basis: BoardBasis.Published } => $"công bố / published: {cell.Published!.Source}",
        { Basis: BoardBasis.Computed } => "tính toán / computed",
        { Reasons: { Count: > 1 } reasons } => $"lý do / reasons: {string.Join(' ', reasons.Select(r => $"[{NumberOf(r, notes)}]"))}",
        { Reasons: [var only] } => InBoth(only.Named(reference)),
        _ => "–",
    };

    private static int NumberOf(Refusal reason, List<Refusal> notes)
    {
        if (!notes.Contains(reason))
        {
            notes.Add(reason);
        }

        return notes.IndexOf(reason) + 1;
    }

    private static string InBoth(Refusal reason) => $"{reason.Vi} / {reason.En}";

    private static string Percent(decimal? value) => value is { } known ? $"{known.ToString("0.####", Vietnamese)} %" : "–";

    private static string Goal(Goal goal) => $"{goal.Direction switch
    {
        GoalDirection.AtLeast => "≥",
        GoalDirection.MoreThan => ">",
        GoalDirection.AtMost => "≤",
        GoalDirection.LessThan => "<",
        _ => "",
    }} {goal.Threshold.ToString("0.####", Vietnamese)} %".TrimStart();

    private static (string Vi, string En) Words(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Met => ("đạt", "met"),
        VerdictKind.OnTrack => ("đúng tiến độ", "on track"),
        VerdictKind.AtRisk => ("có nguy cơ", "at risk"),
        VerdictKind.Missed => ("không đạt", "missed"),
        VerdictKind.NotComputable => ("không tính được", "not computable"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
