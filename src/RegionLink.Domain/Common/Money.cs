using System.Globalization;

namespace RegionLink.Domain.Common;

/// <summary>An amount of money in whole đồng. May be negative (an adjustment); arithmetic that leaves 64 bits throws.</summary>
/// <param name="Vnd">Whole đồng; there is no smaller unit.</param>
public readonly record struct Money(long Vnd) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(checked(left.Vnd + right.Vnd));

    public static Money operator -(Money left, Money right) => new(checked(left.Vnd - right.Vnd));

    public static bool operator <(Money left, Money right) => left.Vnd < right.Vnd;

    public static bool operator >(Money left, Money right) => left.Vnd > right.Vnd;

    public static bool operator <=(Money left, Money right) => left.Vnd <= right.Vnd;

    public static bool operator >=(Money left, Money right) => left.Vnd >= right.Vnd;

    public bool IsNegative => Vnd < 0;

    public int CompareTo(Money other) => Vnd.CompareTo(other.Vnd);

    /// <summary>The digits and the unit, as in "1500000 VND"; for people, format at the edge with their culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Vnd} VND");
}
