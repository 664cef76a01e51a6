namespace RegionLink.Domain.Common;

/// <summary>
/// A value about a thousand, a million or a billion times its own history, up or down: the mark of a number written in the wrong unit
/// (đồng for million or billion đồng). Real: a province published three years of budget a million times too small. Never corrected by
/// the platform; it asks.
/// </summary>
/// <param name="Factor">1,000, 1,000,000 or 1,000,000,000.</param>
/// <param name="Up">True when the new value is the larger one.</param>
public sealed record ScaleJump(int Factor, bool Up)
{
    /// <summary>
    /// How far from the exact factor still counts, either way: from a third to three times, so that real growth between two values
    /// does not hide a wrong unit, and a real tenfold growth asks nothing.
    /// </summary>
    private const int Tolerance = 3;

    private static readonly int[] Factors = [1_000, 1_000_000, 1_000_000_000];

    /// <summary>The jump from <paramref name="before"/> to <paramref name="now"/>; null when there is none. Zero and a change of sign are no jump.</summary>
    public static ScaleJump? Between(decimal before, decimal now)
    {
        if (before == 0 || now == 0 || before < 0 != now < 0)
        {
            return null;
        }

        // As double: a ratio of two decimals may leave the range of decimal, and a third is not a bound anybody measures to the last digit.
        var ratio = Math.Abs((double)now / (double)before);
        foreach (var factor in Factors)
        {
            if (IsAbout(ratio, factor))
            {
                return new ScaleJump(factor, Up: true);
            }

            if (IsAbout(1 / ratio, factor))
            {
                return new ScaleJump(factor, Up: false);
            }
        }

        return null;
    }

    private static bool IsAbout(double ratio, int factor) => ratio >= (double)factor / Tolerance && ratio <= (double)factor * Tolerance;
}
