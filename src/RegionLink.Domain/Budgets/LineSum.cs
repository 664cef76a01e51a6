using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>
/// What the budget lines of a unit and year add up to at one stage: leaves only, for a parent is never summed with its parts. Wider than
/// 64 bits, so that no number of lines overflows it.
/// </summary>
/// <param name="Lines">How many lines that count carry an amount at the stage; at least 1 for a sum that is known.</param>
/// <param name="Dx">State money spent on digital transformation, whole VND: the numerator of the share.</param>
/// <param name="NonStateDx">Money from outside the budget spent on it; shown, never part of a share.</param>
/// <param name="Unclassified">State money of lines of which nobody has said whether they are digital transformation.</param>
/// <param name="Science">
/// State money for science, technology and innovation: of lines that the province counts towards the 3 % and that are not digital transformation.
/// </param>
public readonly record struct LineSum(long Lines, Int128 Dx, Int128 NonStateDx, Int128 Unclassified, Int128 Science = default)
{
    /// <summary>
    /// The numerator of the 3 % for science, technology, innovation and digital transformation. The money for digital transformation is part of it whatever a
    /// line was marked with, because the 1 % is taken out of the 3 % (Law 148/2025/QH15, article 20.1).
    /// </summary>
    public Int128 ThreePercent => checked(Dx + Science);

    public static LineSum operator +(LineSum a, LineSum b) => checked(new(
        a.Lines + b.Lines, a.Dx + b.Dx, a.NonStateDx + b.NonStateDx, a.Unclassified + b.Unclassified, a.Science + b.Science));

    /// <summary>The sum at one stage; null when no line that counts carries an amount there, which is unknown and not zero.</summary>
    /// <param name="lines">All lines of the unit and year with their keys, in any order.</param>
    /// <param name="illustrative">Which lines to take: sample data and real data are never added.</param>
    public static LineSum? At(BudgetStage stage, bool illustrative, IReadOnlyCollection<KeyValuePair<string, BudgetLine>> lines)
    {
        var standing = lines.Where(l => l.Value is { Exists: true, Withdrawn: false } line && line.Illustrative == illustrative).ToList();
        var parents = standing.Select(l => l.Value.Parent).ToHashSet();
        var parts = standing
            .Where(l => !parents.Contains(l.Key))
            .Select(l => (l.Value.Classification, Amount: l.Value.At(stage)))
            .Where(l => l.Amount is not null)
            .Select(l => Of(l.Classification, l.Amount!.Amount))
            .ToList();
        return parts.Count == 0 ? null : parts.Aggregate((a, b) => a + b);
    }

    private static LineSum Of(Classification classification, Money amount) => classification switch
    {
        { Funding: Funding.State, Dx: true } => new(1, amount.Vnd, 0, 0),
        { Funding: Funding.State } => new(
            1, 0, 0, classification.Dx is null ? amount.Vnd : 0, classification.Floor is SpendingFloor.ThreePercent or SpendingFloor.Both ? amount.Vnd : 0),
        { Funding: Funding.NonState, Dx: true } => new(1, 0, amount.Vnd, 0),
        _ => new(1, 0, 0, 0),
    };
}
