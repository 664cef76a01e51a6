using System.Numerics;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>A part of a total expenditure, kept as its two exact numbers.</summary>
/// <param name="Part">Whole VND.</param>
/// <param name="Total">Whole VND, above zero.</param>
public readonly record struct Portion(Int128 Part, Int128 Total)
{
    /// <summary>Exact; 0.01 is one percent.</summary>
    public Fraction Value => Fraction.Of(Part, Total);

    /// <summary>Compared without rounding: 0.9999 % is not 1 %.</summary>
    /// <param name="percent">The floor in percent.</param>
    public bool Reaches(decimal percent) => Value >= Of(percent);

    /// <summary>What would have to be added to reach the floor, the total staying as it is; whole VND, rounded up; 0 when it is reached.</summary>
    public BigInteger MissingVnd(decimal percent) =>
        BigInteger.Max(BigInteger.Zero, (Of(percent) * Fraction.Of(Total)).Ceiling() - Part);

    /// <summary>How many percentage points below the floor, exactly; 0 when it is reached.</summary>
    public Fraction MissingPoints(decimal percent) => Reaches(percent) ? Fraction.Zero : (Of(percent) - Value) * Fraction.Of(100);

    /// <summary>For showing. Cut, not rounded, so that a portion below a floor is never shown as if it had reached it.</summary>
    public decimal ShownPercent(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        return (decimal)(Value * Fraction.Of(100 * scale)).Floor() / (decimal)scale;
    }

    private static Fraction Of(decimal percent) => Fraction.Of(percent) / Fraction.Of(100);
}
