using RegionLink.Domain.Common;

namespace RegionLink.Server.Http;

/// <summary>The body cannot be read as what the endpoint asks for; carries every fault. Answered centrally with 400.</summary>
public sealed class BodyFaultsException(IReadOnlyList<Refusal> faults) : Exception("The body has faults.")
{
    public IReadOnlyList<Refusal> Faults { get; } = faults;
}
