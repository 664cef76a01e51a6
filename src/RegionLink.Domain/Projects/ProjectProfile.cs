using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

// STORED FORMAT. New fields are optional init properties with a default.

/// <summary>What a project is, as its unit describes it.</summary>
/// <param name="OwnerAgency">The investing agency (chủ đầu tư).</param>
/// <param name="Category">Main activity; a project that does several names the largest.</param>
/// <param name="Funding">Where the money comes from; at most <see cref="MaxFunding"/> sources.</param>
public sealed record ProjectProfile(
    string Name,
    string OwnerAgency,
    Pillar Pillar,
    ActivityCategory Category,
    SpendingForm Form,
    LegalRegime Regime,
    ImmutableArray<FundingSource> Funding)
{
    public const int MaxFunding = 20;
    public const int MaxSystems = 50;

    /// <summary>Why a project keeps a regime that has ended (the transitional provision it falls under); null when it does not.</summary>
    public string? TransitionalGround { get; init; }

    public string? Description { get; init; }

    /// <summary>Existing systems the project builds on, named as the unit's inventory names them.</summary>
    public ImmutableArray<string> Systems { get; init; } = [];

    public Money FundingOf(FundingKind kind) =>
        Funding.Where(f => f.Kind == kind).Aggregate(Money.Zero, (sum, f) => sum + f.Amount);

    public Money TotalFunding() => Funding.Aggregate(Money.Zero, (sum, f) => sum + f.Amount);

    /// <summary>True when nothing differs, lists compared by content.</summary>
    public bool SameAs(ProjectProfile other) =>
        this with { Funding = [], Systems = [] } == other with { Funding = [], Systems = [] }
        && Funding.SequenceEqual(other.Funding)
        && Systems.SequenceEqual(other.Systems);
}

/// <summary>Money from one source.</summary>
/// <param name="Name">The source as the decision names it, such as "Vốn đầu tư công" or a company.</param>
/// <param name="Amount">Whole VND over the life of the project; not negative.</param>
public sealed record FundingSource(FundingKind Kind, string Name, Money Amount);

/// <summary>Whose money it is. Only state money counts towards the budget share; both are kept and shown.</summary>
public enum FundingKind
{
    /// <summary>State budget, central or local, investment or recurrent.</summary>
    State,

    /// <summary>Socialised money (nguồn vốn xã hội hóa): enterprises, donors.</summary>
    NonState,
}
