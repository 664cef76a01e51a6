using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Queries;

/// <summary>
/// A port: something that computes metrics of a unit from what the platform holds, so that nobody types them. Registered by the feature that
/// computes, asked by whatever needs a figure.
/// </summary>
public interface IComputedFigures
{
    /// <summary>The figures it can give of those asked; none when it has nothing to say about them.</summary>
    /// <param name="metrics">Ids of the metrics somebody asks for.</param>
    Task<IReadOnlyList<ComputedFigure>> ForAsync(UnitKey unit, FigurePeriod about, IReadOnlyCollection<string> metrics, CancellationToken ct);
}

/// <summary>A figure the platform computed.</summary>
/// <param name="Source">What it was computed from, for people.</param>
/// <param name="Illustrative">Made-up data took part.</param>
public sealed record ComputedFigure(string Metric, decimal Value, string UnitOfMeasure, string Source, bool Illustrative);
