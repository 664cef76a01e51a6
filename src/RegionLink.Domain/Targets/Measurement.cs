using System.Numerics;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>
/// A metric's value as it is judged: exact, and for a share of money with the two sums it was made of, because only they say how many
/// đồng are missing. A share that was only published as a percentage has no parts and so no gap in đồng.
/// </summary>
public sealed class Measurement
{
    private Measurement(Fraction value, Int128? part, Int128? whole)
    {
        Value = value;
        Part = part;
        Whole = whole;
    }

    /// <summary>In the metric's unit of measure.</summary>
    public Fraction Value { get; }

    /// <summary>Numerator of a money share in đồng; else null. Wider than 64 bits, so that no sum of provinces overflows it.</summary>
    public Int128? Part { get; }

    /// <summary>Denominator of a money share in đồng, above zero; else null.</summary>
    public Int128? Whole { get; }

    /// <summary>A value as published or entered.</summary>
    public static Measurement Of(decimal value) => new(Fraction.Of(value), null, null);

    /// <summary>A value computed from its parts.</summary>
    /// <param name="value">In the metric's unit of measure.</param>
    public static Measurement Of(Fraction value) => new(value, null, null);

    /// <summary>A share of money in percent.</summary>
    /// <param name="part">Đồng that count.</param>
    /// <param name="whole">All đồng; above zero.</param>
    public static Measurement OfShare(Int128 part, Int128 whole) => new(Fraction.Of(100 * (BigInteger)part, whole), part, whole);
}
