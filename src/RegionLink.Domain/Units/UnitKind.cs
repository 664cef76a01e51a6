namespace RegionLink.Domain.Units;

/// <summary>What a unit is called by law. A change of kind makes a new version of the unit.</summary>
public enum UnitKind
{
    Nation,

    Region,

    /// <summary>Centrally-run city (thành phố trực thuộc trung ương).</summary>
    Municipality,

    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Xã.</summary>
    RuralCommune,

    /// <summary>Thị trấn; none since 2025-07-01.</summary>
    Township,

    /// <summary>Đặc khu, an island of commune level.</summary>
    SpecialZone,
}

public static class UnitKindExtensions
{
    /// <summary>The level a unit of this kind stands on.</summary>
    public static UnitLevel Level(this UnitKind kind) => kind switch
    {
        UnitKind.Nation => UnitLevel.Nation,
        UnitKind.Region => UnitLevel.Region,
        UnitKind.Municipality or UnitKind.Province => UnitLevel.Province,
        _ => UnitLevel.Commune,
    };

    /// <summary>The word that stands before the name in the full Vietnamese name, such as <c>Phường</c>; null when none does.</summary>
    public static string? VietnameseWord(this UnitKind kind) => kind switch
    {
        UnitKind.Region => "Vùng",
        UnitKind.Municipality => "Thành phố",
        UnitKind.Province => "Tỉnh",
        UnitKind.Ward => "Phường",
        UnitKind.RuralCommune => "Xã",
        UnitKind.Township => "Thị trấn",
        UnitKind.SpecialZone => "Đặc khu",
        _ => null,
    };
}
