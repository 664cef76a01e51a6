using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>Whose value is judged. Stored as a camelCase string.</summary>
public enum ScopeKind
{
    /// <summary>The country as a whole: shown beside the region's figures, no province is judged by it.</summary>
    National,

    /// <summary>The region as a whole: one verdict, on the figure of the region.</summary>
    Region,

    /// <summary>Each province for itself.</summary>
    EachProvince,

    /// <summary>Each commune for itself.</summary>
    EachCommune,

    /// <summary>Each district; the level ended on 2025-06-30, kept for the history.</summary>
    EachDistrict,

    /// <summary>One unit.</summary>
    Unit,
}

/// <summary>Whose value a target judges.</summary>
/// <param name="Kind">Breadth.</param>
/// <param name="Unit">The unit when the kind is <see cref="ScopeKind.Unit"/>; else null.</param>
/// <param name="Region">Code of the region when the target is for that region or its units alone (<c>southeast</c>); null for all.</param>
public sealed record TargetScope(ScopeKind Kind, UnitKey? Unit = null, string? Region = null)
{
    /// <summary>Whether a province's or commune's own figure is judged, as far as its key tells; its region is known to the lineage.</summary>
    public bool Covers(UnitKey unit) => Kind switch
    {
        ScopeKind.EachProvince => unit.Code.Length == 2 && char.IsAsciiDigit(unit.Code[0]),
        ScopeKind.EachCommune => unit.Code.Length == 5 && char.IsAsciiDigit(unit.Code[0]),
        ScopeKind.Unit => Unit == unit,
        _ => false,
    };
}
