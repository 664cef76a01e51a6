using System.Globalization;
using System.Numerics;

namespace RegionLink.Domain.Targets;

/// <summary>
/// A rational number without rounding, for judging: 0.9999 % is not 1 %, and a third is not 0.3333. A threshold and a share of two sums
/// of đồng are compared by cross-multiplication, so no digit decides that was not in the data.
/// </summary>
public readonly struct ExactValue : IComparable<ExactValue>, IEquatable<ExactValue>
{
    private readonly BigInteger numerator;

    // Kept one less than the denominator, so that default(ExactValue) is the number zero and not a division by zero.
    private readonly BigInteger denominatorLessOne;

    private ExactValue(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        this.numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    private BigInteger Denominator => denominatorLessOne + 1;

    public int Sign => numerator.Sign;

    /// <summary>Every decimal has an exact value.</summary>
    public static ExactValue Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);

        // The words are bit patterns: a set top bit is not a sign, whatever checked arithmetic thinks.
        var mantissa = new BigInteger(unchecked((uint)bits[2]));
        mantissa = (mantissa << 32) + unchecked((uint)bits[1]);
        mantissa = (mantissa << 32) + unchecked((uint)bits[0]);
        return new ExactValue(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <exception cref="DivideByZeroException">The divisor is zero; whoever asks decides first whether there is anything to divide by.</exception>
    public static ExactValue operator /(ExactValue left, ExactValue right) => right.Sign == 0
        ? throw new DivideByZeroException()
        : new(left.numerator * right.Denominator, left.Denominator * right.numerator);

    public static ExactValue operator *(ExactValue left, ExactValue right) =>
        new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    public static ExactValue operator +(ExactValue left, ExactValue right) =>
        new((left.numerator * right.Denominator) + (right.numerator * left.Denominator), left.Denominator * right.Denominator);

    public static ExactValue operator -(ExactValue left, ExactValue right) => left + (-right);

    public static ExactValue operator -(ExactValue value) => new(-value.numerator, value.Denominator);

    public static bool operator ==(ExactValue left, ExactValue right) => left.Equals(right);

    public static bool operator !=(ExactValue left, ExactValue right) => !left.Equals(right);

    public static bool operator <(ExactValue left, ExactValue right) => left.CompareTo(right) < 0;

    public static bool operator >(ExactValue left, ExactValue right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExactValue left, ExactValue right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExactValue left, ExactValue right) => left.CompareTo(right) >= 0;

    /// <summary>The largest whole number not above this value.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number not below this value.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>
    /// For showing and storing: rounded to twelve decimal places, except that a value which is not zero never becomes zero, so
    /// "missed by" cannot read "missed by 0".
    /// </summary>
    /// <exception cref="OverflowException">The value leaves the range of decimal.</exception>
    public decimal ToDecimal()
    {
        const int places = 12;
        var scaled = new ExactValue(BigInteger.Abs(numerator) * BigInteger.Pow(10, places), Denominator);
        var digits = (scaled + new ExactValue(1, 2)).Floor();
        if (digits.IsZero && Sign != 0)
        {
            digits = BigInteger.One;
        }

        var whole = BigInteger.DivRem(digits, BigInteger.Pow(10, places), out var part);
        var value = (decimal)whole + ((decimal)part / 1_000_000_000_000m);
        return Normalize(Sign < 0 ? -value : value);
    }

    public int CompareTo(ExactValue other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public bool Equals(ExactValue other) => numerator == other.numerator && denominatorLessOne == other.denominatorLessOne;

    public override bool Equals(object? obj) => obj is ExactValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, denominatorLessOne);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{numerator}/{Denominator}");

    // Drops trailing zeros: 0.970000000000 is stored and shown as 0.97.
    private static decimal Normalize(decimal value) => value / 1.000000000000000000000000000000000m;
}
