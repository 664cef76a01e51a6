using System.Collections.Immutable;
using System.Numerics;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>
/// The part of a budget that is spent on digital transformation: state-funded DX lines of one fiscal year and stage, divided by the total
/// local budget expenditure of the same stage and form. Law 148/2025/QH15, article 20.1, sets the floor of 1 %.
/// </summary>
public abstract record BudgetShare
{
    private BudgetShare()
    {
    }

    /// <summary>The share, kept as its two exact parts.</summary>
    /// <param name="Form">Form of the total, such as <c>B46</c>.</param>
    /// <param name="Total">Whole VND, above zero.</param>
    /// <param name="Illustrative">Something in it is sample data; the share must never be published.</param>
    public sealed record Computed(string Form, LineSum Lines, Int128 Total, bool Illustrative) : BudgetShare
    {
        /// <summary>Exact; 0.01 is one percent.</summary>
        public Fraction Value => Fraction.Of(Lines.Dx, Total);

        /// <summary>Compared without rounding: 0.9999 % is not 1 %.</summary>
        /// <param name="percent">The floor in percent.</param>
        public bool Reaches(decimal percent) => Value >= Portion(percent);

        /// <summary>What would have to be added to reach the floor, the total staying as it is; whole VND, rounded up; 0 when it is reached.</summary>
        public BigInteger MissingVnd(decimal percent) =>
            BigInteger.Max(BigInteger.Zero, (Portion(percent) * Fraction.Of(Total)).Ceiling() - Lines.Dx);

        /// <summary>How many percentage points below the floor, exactly; 0 when it is reached.</summary>
        public Fraction MissingPoints(decimal percent) =>
            Reaches(percent) ? Fraction.Zero : (Portion(percent) - Value) * Fraction.Of(100);

        /// <summary>For showing. Cut, not rounded, so that a share below a floor is never shown as if it had reached it.</summary>
        public decimal ShownPercent(int digits)
        {
            var scale = BigInteger.Pow(10, digits);
            return (decimal)(Value * Fraction.Of(100 * scale)).Floor() / (decimal)scale;
        }

        private static Fraction Portion(decimal percent) => Fraction.Of(percent) / Fraction.Of(100);
    }

    /// <summary>A part is missing or the parts do not fit; never zero instead.</summary>
    public sealed record NotComputable(ImmutableArray<ShareObstacle> Obstacles) : BudgetShare;
}

/// <summary>Why a share cannot be computed.</summary>
/// <param name="Unit">The unit whose figures are the obstacle.</param>
/// <param name="Reason">Stable code and sentence; see <see cref="BudgetShareRefusals"/>.</param>
public sealed record ShareObstacle(UnitKey Unit, Refusal Reason);
