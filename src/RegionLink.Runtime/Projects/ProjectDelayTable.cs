using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Projects;

/// <summary>Projects that were late or slow on a day, by what was planned and reported for that day; later re-planning does not unmake a delay.</summary>
public static class ProjectDelayTable
{
    private const string From = """
        project p
        cross join lateral (
          select min(d.due) as since,
                 count(*) as steps
            from project_due d
           where d.project = p.key
             and d.required
             and d.due < $1
             and (d.from_day is null or d.from_day <= $1)
             and (d.until_day is null or d.until_day > $1)
             and (d.closed_on is null or d.closed_on > $1)) l
        left join lateral (
          select *
            from project_progress g
           where g.project = p.key
             and g.as_of <= $1
           order by g.as_of desc
           limit 1) r on true
        """;

    private static readonly string Where =
        $"p.proposed_on <= $1 and (p.ended_on is null or p.ended_on > $1) and (l.steps > 0 or {ProjectTable.SlowSql("r")})";

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("key", "p.key", Text, "Khóa", "Key"),
        new("unit", "p.unit", Text, "Đơn vị", "Unit"),
        new("number", "p.number", Text, "Mã dự án", "Number"),
        ProjectTable.Definition.Find("name")!,
        ProjectTable.Definition.Find("ownerAgency")!,
        ProjectTable.Definition.Find("pillar")!,
        ProjectTable.Definition.Find("category")!,
        ProjectTable.Definition.Find("ceiling")!,
        new("late", "(l.steps > 0)", ColumnType.Boolean, "Trễ hạn", "Late"),
        new("overdueSteps", "l.steps", Integer, "Số bước quá hạn", "Overdue steps"),
        new("overdueSince", "l.since", Date, "Hạn quá hạn sớm nhất", "Earliest overdue due date"),
        new("daysLate", "($1 - l.since)", Integer, "Số ngày trễ", "Days late"),
        new("slow", ProjectTable.SlowSql("r"), ColumnType.Boolean, "Chậm tiến độ", "Slow"),
        new("workSlow", ProjectTable.WorkSlowSql("r"), ColumnType.Boolean, "Chậm khối lượng", "Work slow"),
        new("moneySlow", ProjectTable.MoneySlowSql("r"), ColumnType.Boolean, "Chậm giải ngân", "Disbursement slow"),
        new("reportedOn", "r.as_of", Date, "Số liệu đến ngày", "Figures as of"),
        new("percent", "r.percent", ColumnType.Decimal, "Khối lượng hoàn thành (%)", "Work done (%)"),
        new("plannedPercent", "r.planned_percent", ColumnType.Decimal, "Khối lượng theo kế hoạch (%)", "Work planned to date (%)"),
        new("disbursed", "r.disbursed_vnd", Money, "Lũy kế giải ngân (đồng)", "Disbursed, cumulative (VND)"),
        new("plannedDisbursed", "r.planned_disbursed_vnd", Money, "Kế hoạch giải ngân (đồng)", "Planned disbursement to date (VND)"),
        new("progressOrigin", "r.origin", Text, "Nguồn số liệu tiến độ", "Origin of the progress figures"),
        new("delayReasons", "coalesce(r.delay_reasons, '{}')", TextList, "Nguyên nhân chậm", "Reasons for delay"),
        new("asOf", "$1", Date, "Xét đến ngày", "As of"),
        new("illustrative", "p.illustrative", ColumnType.Boolean, "Dữ liệu minh họa", "Illustrative"),
    ];

    /// <param name="day">The judged day, at its end.</param>
    public static Table AsOf(DateOnly day) => new("projects-delayed", From, "p.key", Columns)
    {
        Where = Where,
        Parameters = [day],
        Sharing = ProjectTable.Sharing,
        DefaultSort = "-daysLate",
    };
}
