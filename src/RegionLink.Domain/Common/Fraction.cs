using System.Globalization;
using System.Numerics;

namespace RegionLink.Domain.Common;

/// <summary>
/// An exact number: a fraction of two whole numbers in lowest terms. A share compared with a threshold is never rounded before:
/// 0.9999% is not 1%. Cannot overflow.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger belowLessOne;   // so that default(Fraction) is 0/1, not 0/0

    private Fraction(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        Above = above / common;
        belowLessOne = (below / common) - 1;
    }

    /// <summary>Numerator; carries the sign.</summary>
    public BigInteger Above { get; }

    /// <summary>Denominator; at least 1.</summary>
    public BigInteger Below => belowLessOne + 1;

    public static Fraction Zero => default;

    public static Fraction One => Of(1);

    public bool IsZero => Above.IsZero;

    /// <exception cref="DivideByZeroException"><paramref name="below"/> is 0.</exception>
    public static Fraction Of(BigInteger above, BigInteger? below = null) =>
        below is { IsZero: true } ? throw new DivideByZeroException() : new(above, below ?? BigInteger.One);

    /// <summary>The decimal, exactly.</summary>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);

        // The words are bit patterns: a set top bit is not a sign, whatever checked arithmetic thinks.
        var digits = ((BigInteger)unchecked((uint)bits[2]) << 64) + ((BigInteger)unchecked((uint)bits[1]) << 32) + unchecked((uint)bits[0]);
        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, value.Scale));
    }

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Above, a.Below);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Above * b.Above, a.Below * b.Below);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) =>
        b.IsZero ? throw new DivideByZeroException() : new(a.Above * b.Below, a.Below * b.Above);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public int CompareTo(Fraction other) => (Above * other.Below).CompareTo(other.Above * Below);

    public bool Equals(Fraction other) => Above == other.Above && belowLessOne == other.belowLessOne;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Above, belowLessOne);

    /// <summary>The largest whole number not above this value.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Above, Below, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number not below this value.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>
    /// The nearest decimal with at most so many digits after the point, half away from zero. For showing and storing a copy, never for
    /// comparing with a threshold.
    /// </summary>
    /// <param name="digits">0 to 28.</param>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public decimal Rounded(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        var whole = BigInteger.DivRem(BigInteger.Abs(Above), Below, out var rest);
        var tail = ((rest * scale * 2) + Below) / (Below * 2);
        return Above.Sign * ((decimal)whole + ((decimal)tail / (decimal)scale));
    }

    /// <summary>
    /// For showing: cut towards zero after twelve places, not rounded, so that a value below a floor never looks as if it had reached it.
    /// From 10^16 on to whole numbers: a decimal has no more digits.
    /// </summary>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public decimal Cut()
    {
        var size = Above.Sign < 0 ? -this : this;
        var whole = size.Floor();
        var scale = whole < 10_000_000_000_000_000 ? 1_000_000_000_000 : 1;
        return Above.Sign * ((decimal)whole + ((decimal)((size - Of(whole)) * Of(scale)).Floor() / scale));
    }

    public override string ToString() => Below.IsOne
        ? Above.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Above}/{Below}");
}
