using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Projects;

/// <summary>Projects that were late or slow on a day, by what was planned and reported for that day; later re-planning does not unmake a delay.</summary>
public static class ProjectDelayTable
{
    // As it was: the dates that held on the day, the latest report up to it. Asks every project.
    private static readonly Table Past = For(
        """
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
        """,
        since: "l.since",
        steps: "l.steps",
        report: "r",
        reportedOn: "r.as_of",
        origin: "r.origin",
        where: $"p.proposed_on <= $1 and (p.ended_on is null or p.ended_on > $1) and (l.steps > 0 or {ProjectTable.SlowSql("r")})");

    // Nothing is recorded for a day to come, so from today on a project's own row says the same, and an index has those it says it of.
    private static readonly Table Present = For(
        "project p",
        since: "case when p.first_open_due < $1 then p.first_open_due end",
        steps: "(select count(*) from unnest(p.open_dues) d where d < $1)",
        report: "p",
        reportedOn: "p.reported_on",
        origin: "p.progress_origin",
        where: "(p.first_open_due < $1 or p.slow)",
        orderBySince: "p.first_open_due");

    /// <param name="day">The judged day, at its end.</param>
    /// <param name="today">The present day in Vietnam.</param>
    public static Table AsOf(DateOnly day, DateOnly today) => (day < today ? Past : Present) with { Parameters = [day] };

    private static Table For(
        string from, string since, string steps, string report, string reportedOn, string origin, string where, string? orderBySince = null) =>
        new("projects-delayed", from, "p.key",
        [
            new("key", "p.key", Text, "Khóa", "Key"),
            new("unit", "p.unit", Text, "Đơn vị", "Unit"),
            new("number", "p.number", Text, "Mã dự án", "Number"),
            ProjectTable.Definition.Find("name")!,
            ProjectTable.Definition.Find("ownerAgency")!,
            ProjectTable.Definition.Find("pillar")!,
            ProjectTable.Definition.Find("category")!,
            ProjectTable.Definition.Find("ceiling")!,
            new("late", $"({since} is not null)", ColumnType.Boolean, "Trễ hạn", "Late"),
            new("overdueSteps", steps, Integer, "Số bước quá hạn", "Overdue steps"),
            new("overdueSince", since, Date, "Hạn quá hạn sớm nhất", "Earliest overdue due date") { OrderSql = orderBySince },
            new("daysLate", $"($1 - {since})", Integer, "Số ngày trễ", "Days late"),
            new("slow", ProjectTable.SlowSql(report), ColumnType.Boolean, "Chậm tiến độ", "Slow"),
            new("workSlow", ProjectTable.WorkSlowSql(report), ColumnType.Boolean, "Chậm khối lượng", "Work slow"),
            new("moneySlow", ProjectTable.MoneySlowSql(report), ColumnType.Boolean, "Chậm giải ngân", "Disbursement slow"),
            new("reportedOn", reportedOn, Date, "Số liệu đến ngày", "Figures as of"),
            new("percent", $"{report}.percent", ColumnType.Decimal, "Khối lượng hoàn thành (%)", "Work done (%)"),
            new("plannedPercent", $"{report}.planned_percent", ColumnType.Decimal, "Khối lượng theo kế hoạch (%)", "Work planned to date (%)"),
            new("disbursed", $"{report}.disbursed_vnd", Money, "Lũy kế giải ngân (đồng)", "Disbursed, cumulative (VND)"),
            new("plannedDisbursed", $"{report}.planned_disbursed_vnd", Money, "Kế hoạch giải ngân (đồng)", "Planned disbursement to date (VND)"),
            new("progressOrigin", origin, Text, "Nguồn số liệu tiến độ", "Origin of the progress figures"),
            new("delayReasons", $"coalesce({report}.delay_reasons, '{{}}')", TextList, "Nguyên nhân chậm", "Reasons for delay"),
            new("asOf", "$1", Date, "Xét đến ngày", "As of"),
            new("illustrative", "p.illustrative", ColumnType.Boolean, "Dữ liệu minh họa", "Illustrative"),
        ])
        {
            Where = where,
            Sharing = ProjectTable.Sharing,
            DefaultSort = "overdueSince",
        };
}
