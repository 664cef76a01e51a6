using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Budgets;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Server.Budgets;

/// <summary>A budget line as an accepted command leaves it.</summary>
/// <param name="WithdrawnBecause">Null while the line stands.</param>
public sealed record BudgetLineBody(
    string Key,
    UnitKey Unit,
    int Year,
    string Number,
    string Label,
    string? Project,
    string? Parent,
    ClassificationView Classification,
    IReadOnlyList<AmountView> Amounts,
    string? WithdrawnBecause,
    bool Illustrative,
    long Version)
{
    public static BudgetLineBody Of(BudgetLineKey key, BudgetLine line, long version) => new(
        key.ToString(),
        key.Unit,
        key.Year,
        key.Number,
        line.Label,
        line.Project,
        line.Parent,
        Of(line.Classification),
        [.. line.Amounts.Select(a => new AmountView(WordOf(a.Stage), a.Amount, WordOf(a.Origin), a.Source))],
        line.WithdrawnBecause,
        line.Illustrative,
        version);

    private static ClassificationView Of(Classification what) =>
        new(WordOf(what.Funding), what.Category?.ToString(), what.Dx, what.Ground, WordOf(what.Floor));
}
