using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>
/// A metric's value as it is judged: exact, and for a share of money with the two sums it was made of, because only they say how many
/// đồng are missing. A share that was only published as a percentage has no parts and so no gap in đồng.
/// </summary>
public sealed class Measurement
{
    private Measurement(Fraction value, Money? part, Money? whole)
    {
        Value = value;
        Part = part;
        Whole = whole;
    }

    /// <summary>In the metric's unit of measure.</summary>
    public Fraction Value { get; }

    /// <summary>Numerator of a money share; else null.</summary>
    public Money? Part { get; }

    /// <summary>Denominator of a money share, above zero; else null.</summary>
    public Money? Whole { get; }

    /// <summary>A value as published or entered.</summary>
    public static Measurement Of(decimal value) => new(Fraction.Of(value), null, null);

    /// <summary>A ratio recomputed from its parts.</summary>
    /// <param name="numerator">Upper part.</param>
    /// <param name="denominator">Lower part; not zero.</param>
    /// <param name="per">What a full ratio is called in the metric's unit: 100 for percent, 1 for a plain ratio, 10,000 for "per 10,000".</param>
    public static Measurement OfRatio(decimal numerator, decimal denominator, decimal per) =>
        new(Fraction.Of(per) * Fraction.Of(numerator) / Fraction.Of(denominator), null, null);

    /// <summary>A share of money in percent.</summary>
    /// <param name="part">Money that counts.</param>
    /// <param name="whole">All money; above zero.</param>
    public static Measurement OfShare(Money part, Money whole) =>
        new(Fraction.Of(100) * Fraction.Of(part.Vnd) / Fraction.Of(whole.Vnd), part, whole);
}
