namespace RegionLink.Domain.Metrics;

/// <summary>Which way is progress. For arrows and colours; a target carries its own comparison.</summary>
public enum Better
{
    HigherIsBetter,
    LowerIsBetter,

    /// <summary>Neither way is better in itself.</summary>
    Neutral,
}
