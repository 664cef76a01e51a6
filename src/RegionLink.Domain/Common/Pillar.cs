namespace RegionLink.Domain.Common;

/// <summary>The three pillars of digital transformation, as the provincial index and the national programme name them. Stored as a camelCase string.</summary>
public enum Pillar
{
    /// <summary>Chính quyền số.</summary>
    Government,

    /// <summary>Kinh tế số.</summary>
    Economy,

    /// <summary>Xã hội số.</summary>
    Society,
}
