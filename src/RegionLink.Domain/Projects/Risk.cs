namespace RegionLink.Domain.Projects;

/// <summary>Something that may go wrong, as last assessed.</summary>
/// <param name="Code">Unique in the project; same characters as a project number.</param>
/// <param name="Likelihood">1 (rare) to 5 (almost certain).</param>
/// <param name="Impact">1 (slight) to 5 (the project fails).</param>
/// <param name="Response">What is done about it; never null once mitigated or closed.</param>
public sealed record Risk(string Code, string Description, int Likelihood, int Impact, RiskStatus Status, string? Response)
{
    /// <summary>Likelihood times impact, 1 to 25.</summary>
    public int Level() => Likelihood * Impact;
}

// STORED FORMAT.

/// <summary>Where a risk stands.</summary>
public enum RiskStatus
{
    Open,

    /// <summary>Measures are in place; still watched.</summary>
    Mitigated,

    /// <summary>Gone or come true; no longer watched.</summary>
    Closed,
}
