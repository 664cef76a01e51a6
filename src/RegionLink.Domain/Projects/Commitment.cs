using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Money promised to a supplier by a signed contract, paid or not.</summary>
/// <param name="Contract">Reference printed on the contract; unique in the project.</param>
/// <param name="On">Day of signature.</param>
public sealed record Commitment(string Contract, string Contractor, Money Amount, DateOnly On);
