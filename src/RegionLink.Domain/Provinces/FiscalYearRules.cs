using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>When a fiscal year opens, closes and opens again.</summary>
internal static class FiscalYearRules
{
    /// <summary>Older budgets were kept under other laws and forms; none was found in any source.</summary>
    private const int FirstYear = 2000;

    /// <summary>Provinces plan three years ahead (State Budget Law 83/2015/QH13, article 43); nothing is planned further by year.</summary>
    private const int YearsAhead = 3;

    private const int LongestReason = 1_000;

    public static Decision<ProvinceEvent> Open(Province state, ProvinceCommand.OpenFiscalYear command, CommandContext context)
    {
        var known = state.Year(command.Year);
        if (known is not null && (!known.Illustrative || command.Illustrative))
        {
            return Decision.Accept<ProvinceEvent>();   // already so; a closed year is opened again by Reopen only
        }

        var refusals = new List<Refusal>();
        var lastYear = context.Today.Year + YearsAhead;
        if (command.Year < FirstYear || command.Year > lastYear)
        {
            refusals.Add(ProvinceRefusals.YearOutOfRange.About("year", command.Year, FirstYear, lastYear));
        }

        if (command.Year < command.ExistsFrom?.Year || command.Year > command.ExistsUntil?.Year)
        {
            refusals.Add(ProvinceRefusals.UnitNotThere.About("year", command.Year));
        }

        return Decision.AcceptUnless<ProvinceEvent>(refusals, () => [new ProvinceEvent.FiscalYearOpened(command.Year, command.Illustrative)]);
    }

    public static Decision<ProvinceEvent> Close(Province state, ProvinceCommand.CloseFiscalYear command) => state.Year(command.Year) switch
    {
        null => Decision.Refuse<ProvinceEvent>(ProvinceRefusals.FiscalYearNotOpened.About("year", command.Year)),
        { Open: false } => Decision.Accept<ProvinceEvent>(),
        _ => Decision.Accept<ProvinceEvent>(new ProvinceEvent.FiscalYearClosed(command.Year)),
    };

    public static Decision<ProvinceEvent> Reopen(Province state, ProvinceCommand.ReopenFiscalYear command)
    {
        var year = state.Year(command.Year);
        if (year is { Open: true })
        {
            return Decision.Accept<ProvinceEvent>();
        }

        var refusals = new List<Refusal>();
        if (year is null)
        {
            refusals.Add(ProvinceRefusals.FiscalYearNotOpened.About("year", command.Year));
        }

        AddIfNoReason(refusals, command.Reason, "reason");
        return Decision.AcceptUnless<ProvinceEvent>(refusals, () => [new ProvinceEvent.FiscalYearReopened(command.Year, command.Reason.Trim())]);
    }

    public static void AddIfNoReason(List<Refusal> refusals, string reason, string field)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
        {
            refusals.Add(ProvinceRefusals.ReasonMissing.About(field, LongestReason));
        }
    }

    public static void AddIfNotWritable(List<Refusal> refusals, FiscalYear? year, int asked)
    {
        if (year is null)
        {
            refusals.Add(ProvinceRefusals.FiscalYearNotOpened.About("year", asked));
        }
        else if (!year.Open)
        {
            refusals.Add(ProvinceRefusals.FiscalYearClosed.About("year", asked));
        }
    }
}
