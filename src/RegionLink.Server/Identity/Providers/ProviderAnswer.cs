using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Providers;

/// <summary>What the provider's answer came to.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <param name="Errand">What it was for.</param>
    public sealed record Proven(ProviderIdentity Identity, ProviderErrand Errand) : ProviderAnswer;

    /// <param name="Errand">Null when the answer belongs to none of this browser.</param>
    public sealed record Refused(RefusalCode Reason, ProviderErrand? Errand) : ProviderAnswer;

    /// <summary>The provider does not answer, or not as a provider should: an outage of another system, not the caller's fault.</summary>
    public sealed record Away(ProviderErrand? Errand) : ProviderAnswer;
}
