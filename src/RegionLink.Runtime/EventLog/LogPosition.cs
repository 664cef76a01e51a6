using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RegionLink.Runtime.EventLog;

/// <summary>
/// A place in the whole log. Ordered by transaction, then by position: positions are handed out before commit, so position alone would
/// let a reader pass an event that is still in flight. Text form <c>1234-56</c>; opaque to callers.
/// </summary>
/// <param name="Transaction">PostgreSQL's 64-bit transaction id.</param>
/// <param name="Position">Number of the event; unique in the installation.</param>
public readonly record struct LogPosition(ulong Transaction, long Position)
{
    /// <summary>Before the first event.</summary>
    public static LogPosition Start => default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Position}");

    public static bool TryParse([NotNullWhen(true)] string? text, out LogPosition position)
    {
        position = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash <= 0
            || !ulong.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        position = new(transaction, number);
        return true;
    }
}
