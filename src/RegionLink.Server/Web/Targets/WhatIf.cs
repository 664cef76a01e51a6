using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Web.Region;

namespace RegionLink.Server.Web.Targets;

/// <summary>What the share of the budget would be if a province added money to digital transformation. A question, not a plan: nothing is stored.</summary>
internal static class WhatIf
{
    private const decimal Billion = 1_000_000_000;

    /// <summary>Billions of đồng; more than any province's whole budget.</summary>
    private const decimal Most = 10_000_000;

    public static string FieldOf(UnitKey unit) => $"add.{unit}";

    public static async Task<IResult> ShowAsync(View view, IUnitScope scope, BudgetParts parts, ReferenceCache reference, CancellationToken ct)
    {
        var query = view.Http.Request.Query;
        var (choice, faults) = RegionChoice.Read(query, view.Today);
        if (faults.Count > 0)
        {
            return Http.Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var known = await reference.GetAsync(ct);
        var provinces = scope.CurrentProvinces().Select(p => known.Lineage.Find(p.Unit)).OfType<Domain.Units.Unit>().ToList();
        var read = await parts.ReadAsync([.. provinces.Select(p => p.Key)], choice.Year, choice.Stage, known.Lineage, ct);
        var reader = new FieldReader(query[Typed.Notation] == Language.English.Code() ? Language.English : Language.Vietnamese);
        var rows = provinces.Select((province, i) =>
        {
            var field = FieldOf(province.Key);
            var typed = query[field].ToString().Trim();
            var billions = reader.Number(field, typed) ?? 0;
            if (billions is < 0 or > Most)
            {
                reader.Add(FormRefusals.NumberOutOfRange.About(field, 0, view.Format.Number(Most)));
                billions = 0;
            }

            return new WhatIfRow(province, ShareComputation.Of([read[i]]), typed, (Int128)(billions * Billion));
        }).ToList();
        return PageEndpoints.Page<WhatIfPage>(
            reader.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            (nameof(WhatIfPage.Choice), choice),
            (nameof(WhatIfPage.Rows), rows),
            (nameof(WhatIfPage.Reasons), reader.Faults));
    }
}

/// <summary>A province with what it spends and what is asked about it.</summary>
/// <param name="Typed">As typed, in billions.</param>
/// <param name="Added">Whole đồng.</param>
public sealed record WhatIfRow(Domain.Units.Unit Unit, BudgetShare Share, string Typed, Int128 Added)
{
    /// <summary>The share with the money added, the total staying as it is: money moved to digital transformation from elsewhere.</summary>
    public BudgetShare.Computed? Then =>
        Share is BudgetShare.Computed now ? now with { Lines = now.Lines with { Dx = now.Lines.Dx + Added } } : null;
}
