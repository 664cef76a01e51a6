namespace RegionLink.Domain.Common;

/// <summary>What a value can be at all: a part of a whole is 0 to 100 %, a score 0 to 1. Both ends belong to it.</summary>
public sealed record ValueRange(decimal Least, decimal Most)
{
    public bool Holds(decimal value) => value >= Least && value <= Most;
}
