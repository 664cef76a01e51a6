namespace RegionLink.Domain.Observations;

/// <summary>How a value stands among all that was said about the same thing. Stored as a camelCase string.</summary>
public enum Standing
{
    /// <summary>The value in use.</summary>
    Accepted,

    /// <summary>In use, shown as provisional, until an accepted one comes.</summary>
    Estimate,

    /// <summary>The same value in a second source; kept, not used.</summary>
    Confirms,

    /// <summary>A source says otherwise; kept and shown, never used.</summary>
    Conflict,

    /// <summary>Said beforehand; never an outcome.</summary>
    Forecast,

    /// <summary>Published with a known fault and kept as published: in another unit of measure, a million times too small.</summary>
    Defect,
}

public static class StandingExtensions
{
    /// <summary>True for the one value that is computed and judged with; all others are kept beside it, one per source.</summary>
    public static bool InUse(this Standing standing) => standing is Standing.Accepted or Standing.Estimate;
}
