using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>One budget year of a province; in Vietnam the calendar year.</summary>
/// <param name="Open">While true, its totals and its budget lines may be written.</param>
/// <param name="Illustrative">Opened for sample data and holding no real total yet.</param>
/// <param name="Totals">At most one per stage and form; ordered by stage, then form.</param>
/// <param name="ReopenedBecause">Reason of the last re-opening; null when it was never closed and opened again.</param>
public sealed record FiscalYear(
    int Year,
    bool Open,
    bool Illustrative,
    ImmutableArray<ExpenditureTotal> Totals,
    string? ReopenedBecause = null)
{
    public ExpenditureTotal? Total(BudgetStage stage, string form) => Totals.FirstOrDefault(t => t.Stage == stage && t.Form == form);

    internal FiscalYear With(ExpenditureTotal total) => this with
    {
        Illustrative = Illustrative && total.Illustrative,
        Totals = [.. Totals.Where(t => !t.IsFor(total.Stage, total.Form)).Append(total).OrderBy(t => t.Stage).ThenBy(t => t.Form, StringComparer.Ordinal)],
    };

    internal FiscalYear Without(BudgetStage stage, string form) => this with { Totals = [.. Totals.Where(t => !t.IsFor(stage, form))] };
}

/// <summary>Total local budget expenditure of one year, at one stage, as one form counts it: the denominator of every budget share.</summary>
/// <param name="Form">The reporting form the total was read from, such as <c>B46</c>; upper case. Totals of different forms count different things.</param>
/// <param name="Amount">Whole VND, above zero.</param>
/// <param name="Source">Document, file or system it comes from, for citing.</param>
/// <param name="Illustrative">Made-up sample data.</param>
/// <param name="ScaleJumpConfirmed">Why a jump of scale against other years is right; null when there was none.</param>
public sealed record ExpenditureTotal(
    BudgetStage Stage,
    string Form,
    Money Amount,
    Origin Origin,
    string Source,
    bool Illustrative,
    string? ScaleJumpConfirmed = null)
{
    public bool IsFor(BudgetStage stage, string form) => Stage == stage && Form == form;
}
