namespace RegionLink.Domain.Provinces;

/// <summary>Kinds of data a province sets a sharing level for. Stored as camelCase strings.</summary>
public enum SharedKind
{
    Projects,
    BudgetLines,
    Observations,
    Reports,
}

/// <summary>Who besides the province itself and the ministry may read a kind of data. Stored as a camelCase string.</summary>
public enum SharingLevel
{
    /// <summary>Anybody, without signing in.</summary>
    Public,

    /// <summary>Whoever is signed in for another province of the region, or as a researcher or supervisor.</summary>
    Region,

    /// <summary>Nobody else.</summary>
    Private,
}
