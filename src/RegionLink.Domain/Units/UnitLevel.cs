namespace RegionLink.Domain.Units;

/// <summary>Levels of administration, from the top. The district level ended on 2025-06-30 and is not modelled.</summary>
public enum UnitLevel
{
    Nation,

    /// <summary>A group of provinces with a regional policy; no authority of its own.</summary>
    Region,

    Province,

    Commune,
}
