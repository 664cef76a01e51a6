using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Metrics;

/// <summary>An observation in use, or in use at the moment asked about.</summary>
/// <param name="Base">What a rank is out of; 0 for anything else.</param>
/// <param name="Method">Empty for the usual one.</param>
/// <param name="Source">Title of the source.</param>
public sealed record HeldObservation(
    long Id,
    string Metric,
    UnitKey Unit,
    FigurePeriod Period,
    decimal Value,
    string? Note,
    int Revision,
    int Base,
    string Method,
    string Standing,
    string Source,
    string? SourceUrl,
    string Origin,
    string Batch,
    bool Illustrative)
{
    public bool Provisional => Standing == "estimate";
}
