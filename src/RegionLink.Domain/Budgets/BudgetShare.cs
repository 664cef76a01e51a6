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
        /// <summary>What is measured against the 1 %.</summary>
        public Portion Dx => new(Lines.Dx, Total);

        /// <summary>What is measured against the 3 % for science, technology, innovation and digital transformation.</summary>
        public Portion ThreePercent => new(Lines.ThreePercent, Total);

        /// <inheritdoc cref="Portion.Reaches"/>
        public bool Reaches(decimal percent) => Dx.Reaches(percent);

        /// <inheritdoc cref="Portion.MissingVnd"/>
        public BigInteger MissingVnd(decimal percent) => Dx.MissingVnd(percent);

        /// <inheritdoc cref="Portion.MissingPoints"/>
        public Fraction MissingPoints(decimal percent) => Dx.MissingPoints(percent);

        /// <inheritdoc cref="Portion.ShownPercent"/>
        public decimal ShownPercent(int digits) => Dx.ShownPercent(digits);
    }

    /// <summary>A part is missing or the parts do not fit; never zero instead.</summary>
    public sealed record NotComputable(ImmutableArray<ShareObstacle> Obstacles) : BudgetShare;
}

/// <summary>Why a share cannot be computed.</summary>
/// <param name="Unit">The unit whose figures are the obstacle.</param>
/// <param name="Reason">Stable code and sentence; see <see cref="BudgetShareRefusals"/>.</param>
public sealed record ShareObstacle(UnitKey Unit, Refusal Reason);
