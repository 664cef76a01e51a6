namespace RegionLink.Domain.Common;

/// <summary>Where a figure came from. Always stored, always shown; stored as a camelCase string.</summary>
public enum Origin
{
    /// <summary>Derived by the platform from what it holds, such as the DX budget share from budget lines.</summary>
    Computed,

    /// <summary>Delivered by a connected system; nobody typed it.</summary>
    Connected,

    /// <summary>Read from a file; the source names file, sheet and cell.</summary>
    Imported,

    /// <summary>Typed by a person.</summary>
    Entered,
}
