using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>What a new total is compared with before it is believed.</summary>
internal static class TotalHistory
{
    /// <summary>A total that is about a thousand or a million times another one.</summary>
    /// <param name="Against">The earlier amount.</param>
    /// <param name="Year">Year of the earlier amount.</param>
    public sealed record Suspicion(ScaleJump Jump, Money Against, int Year);

    /// <summary>
    /// Compares with the amount that stands there and with the nearest year: of the same stage and form when there is one, else of any,
    /// since all totals of one province are of one size. Real and illustrative amounts are never compared.
    /// </summary>
    /// <returns>The first jump found; null when there is none or nothing to compare with.</returns>
    public static Suspicion? JumpOf(Province state, ProvinceCommand.RecordTotal command, string form) =>
        References(state, command, form)
            .Select(r => ScaleJump.Between(r.Total.Amount.Vnd, command.Amount.Vnd) is { } jump ? new Suspicion(jump, r.Total.Amount, r.Year) : null)
            .FirstOrDefault(s => s is not null);

    private static IEnumerable<(int Year, ExpenditureTotal Total)> References(Province state, ProvinceCommand.RecordTotal command, string form)
    {
        var totals = state.Years
            .SelectMany(y => y.Totals.Where(t => t.Illustrative == command.Illustrative).Select(t => (y.Year, Total: t)))
            .OrderBy(t => Math.Abs(t.Year - command.Year))
            .ThenByDescending(t => t.Year)
            .ToList();
        var alike = totals.Where(t => t.Total.IsFor(command.Stage, form)).ToList();
        var standing = alike.Where(t => t.Year == command.Year);
        var others = alike.Where(t => t.Year != command.Year).ToList();
        var fallback = totals.Where(t => !t.Total.IsFor(command.Stage, form));
        return standing.Concat((others.Count > 0 ? others : fallback).Take(1));
    }
}
