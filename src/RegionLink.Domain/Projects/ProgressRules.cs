using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>
/// What a progress report may say. Reports may arrive in any order of days (an import brings the past), so figures are compared with the
/// neighbouring days on both sides.
/// </summary>
internal static class ProgressRules
{
    public static Decision<ProjectEvent> Report(Project state, ProjectCommand.ReportProgress command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var given = command.Report;
        var report = given with
        {
            Note = reasons.Optional("note", given.Note),
            CorrectionReason = reasons.Optional("correctionReason", given.CorrectionReason),
            DelayReasons = [.. given.DelayReasons.Distinct().Order()],
        };
        var present = state.Progress.FirstOrDefault(p => p.AsOf == report.AsOf);
        if (reasons.All.Count == 0 && present?.SameAs(report with { CorrectionReason = present.CorrectionReason, Origin = present.Origin }) == true)
        {
            return Decision.Accept<ProjectEvent>();
        }

        CourseRules.NotCancelled(state, reasons);
        reasons.PastDay("asOf", report.AsOf);
        if (state.First(ProjectState.Running) is not { } started)
        {
            reasons.Add(ProjectRefusals.NotStarted.With());
        }
        else if (report.AsOf < started)
        {
            reasons.Add(ProjectRefusals.ProgressBeforeStart.About("asOf", report.AsOf, started));
        }

        if (present is not null && report.CorrectionReason is null)
        {
            reasons.Add(ProjectRefusals.CorrectionReasonMissing.About("correctionReason", report.AsOf));
        }

        Figures(state, report, reasons);
        Neighbours(state, report, reasons);
        Delay(report, reasons);
        return reasons.Unless(() => new ProjectEvent.ProgressReported(report));
    }

    private static void Figures(Project state, ProgressReport report, Reasons reasons)
    {
        Percent("percent", report.Percent);
        Percent("plannedPercent", report.PlannedPercent);
        Paid("disbursed", report.Disbursed);
        Paid("plannedDisbursed", report.PlannedDisbursed);

        void Percent(string field, decimal? percent)
        {
            if (percent is < 0 or > 100 || (percent is { } p && decimal.Round(p, 2) != p))
            {
                reasons.Add(ProjectRefusals.PercentOutOfRange.About(field, percent));
            }
        }

        void Paid(string field, Money? amount)
        {
            if (amount is not { } paid)
            {
                return;
            }

            reasons.Amount(field, paid, Money.Zero);
            if (paid > state.Ceiling)
            {
                reasons.Add(ProjectRefusals.CeilingExceeded.About(field, paid, state.Ceiling));
            }
        }
    }

    private static void Neighbours(Project state, ProgressReport report, Reasons reasons)
    {
        if (report.CorrectionReason is not null)
        {
            return;
        }

        if (state.Progress.LastOrDefault(p => p.AsOf < report.AsOf) is { } before)
        {
            Compare(ProjectRefusals.ProgressShrinks, before, report.Disbursed < before.Disbursed, report.Percent < before.Percent);
        }

        if (state.Progress.FirstOrDefault(p => p.AsOf > report.AsOf) is { } after)
        {
            Compare(ProjectRefusals.ProgressAboveLater, after, report.Disbursed > after.Disbursed, report.Percent > after.Percent);
        }

        void Compare(RefusalCode code, ProgressReport other, bool disbursed, bool percent)
        {
            if (disbursed)
            {
                reasons.Add(code.About("disbursed", report.Disbursed, other.Disbursed, other.AsOf));
            }

            if (percent)
            {
                reasons.Add(code.About("percent", (FormattableString)$"{report.Percent}%", (FormattableString)$"{other.Percent}%", other.AsOf));
            }
        }
    }

    private static void Delay(ProgressReport report, Reasons reasons)
    {
        if (report.DelayReasons.IsEmpty && SlowRule.IsSlow(report))
        {
            reasons.Add(ProjectRefusals.DelayReasonMissing.About("delayReasons"));
        }

        if (report.DelayReasons.Contains(DelayReason.Other) && report.Note is null)
        {
            reasons.Add(ProjectRefusals.DelayNoteMissing.About("note"));
        }
    }
}
