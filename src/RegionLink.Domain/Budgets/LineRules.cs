using System.Collections.Immutable;
using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>What holds for a budget line whatever is done with it.</summary>
internal static class LineRules
{
    /// <summary>
    /// One hundred million billion VND, the bound of a whole province's total: more is a wrong unit. Sums of lines are kept wider than
    /// 64 bits, so that no number of lines can overflow them.
    /// </summary>
    public const long LargestVnd = 100_000_000_000_000_000;

    public const int LongestText = 1_000;

    public static void AddIfNotWritable(List<Refusal> refusals, FiscalYearStatus year)
    {
        if (year != FiscalYearStatus.Open)
        {
            var code = year == FiscalYearStatus.Closed ? BudgetLineRefusals.FiscalYearClosed : BudgetLineRefusals.FiscalYearNotOpened;
            refusals.Add(code.With());
        }
    }

    public static void AddIfNoReason(List<Refusal> refusals, string? reason, string field)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestText)
        {
            refusals.Add(BudgetLineRefusals.ReasonMissing.About(field, LongestText));
        }
    }

    public static void AddForAmounts(List<Refusal> refusals, ImmutableArray<StageAmount> amounts)
    {
        var seen = new HashSet<BudgetStage>();
        for (var i = 0; i < amounts.Length; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"amounts[{i}]");
            var amount = amounts[i];
            if (!seen.Add(amount.Stage))
            {
                refusals.Add(BudgetLineRefusals.StageRepeated.About($"{field}.stage", i + 1));
            }

            if (amount.Amount.IsNegative || amount.Amount.Vnd > LargestVnd)
            {
                refusals.Add(BudgetLineRefusals.AmountOutOfRange.About($"{field}.amount", amount.Amount.Vnd, LargestVnd));
            }

            if (amount.Source?.Length > LongestText)
            {
                refusals.Add(BudgetLineRefusals.SourceTooLong.About($"{field}.source", LongestText));
            }
        }
    }

    public static void AddForClassification(List<Refusal> refusals, Classification classification)
    {
        if (classification.Dx is not null && (string.IsNullOrWhiteSpace(classification.Ground) || classification.Ground.Trim().Length > LongestText))
        {
            refusals.Add(BudgetLineRefusals.GroundMissing.About("classification.ground", LongestText));
        }

        if (classification is { Dx: true, Category: null })
        {
            refusals.Add(BudgetLineRefusals.CategoryMissing.About("classification.category"));
        }

        if (classification is { Floor: SpendingFloor.OnePercent or SpendingFloor.Both, Dx: not true })
        {
            refusals.Add(BudgetLineRefusals.FloorNeedsDx.About("classification.floor"));
        }

        if (classification is { Floor: not SpendingFloor.None, Funding: Funding.NonState })
        {
            refusals.Add(BudgetLineRefusals.FloorNeedsState.About("classification.floor"));
        }
    }

    public static void AddForProject(List<Refusal> refusals, NamedProject? project, bool illustrative)
    {
        if (project is { Known: false })
        {
            refusals.Add(BudgetLineRefusals.ProjectUnknown.About("project", project.Key));
        }
        else if (project is not null && project.Illustrative != illustrative)
        {
            refusals.Add(BudgetLineRefusals.IllustrativeMixed.About("project", project.Key));
        }
    }

    /// <summary>The classification as it is stored: texts without blanks around them, no ground where nothing was said.</summary>
    public static Classification Tidy(Classification classification) => classification with
    {
        Ground = classification.Dx is null ? null : classification.Ground?.Trim(),
    };
}
