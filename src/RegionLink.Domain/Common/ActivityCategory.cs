using System.Text.Json.Serialization;

namespace RegionLink.Domain.Common;

/// <summary>
/// The twelve digital-transformation activities of Law 148/2025/QH15, article 4; article 21.1 makes them the tasks DX money may be
/// spent on. Stored and sent as <c>A01</c>…<c>A12</c>.
/// </summary>
public enum ActivityCategory
{
    /// <summary>Strategy, programmes, plans, architecture, standards; statistics, measuring, monitoring, audit, DX assessment.</summary>
    [JsonStringEnumMemberName("A01")]
    A01,

    /// <summary>Build, upgrade, integrate, operate and maintain digital infrastructure, platforms, software, databases.</summary>
    [JsonStringEnumMemberName("A02")]
    A02,

    /// <summary>Data: build, protect, govern, share, open, audit, rate.</summary>
    [JsonStringEnumMemberName("A03")]
    A03,

    /// <summary>Digitise information and processes; process redesign; online public services; digital twins.</summary>
    [JsonStringEnumMemberName("A04")]
    A04,

    /// <summary>Cybersecurity and data protection measures.</summary>
    [JsonStringEnumMemberName("A05")]
    A05,

    /// <summary>Research, pilots, controlled trials.</summary>
    [JsonStringEnumMemberName("A06")]
    A06,

    /// <summary>Training and digital skills.</summary>
    [JsonStringEnumMemberName("A07")]
    A07,

    /// <summary>Communication and user support.</summary>
    [JsonStringEnumMemberName("A08")]
    A08,

    /// <summary>Hiring experts, consulting and technical services.</summary>
    [JsonStringEnumMemberName("A09")]
    A09,

    /// <summary>Equipment; purchase, hiring and use of infrastructure, systems, cloud, data, security services, end devices.</summary>
    [JsonStringEnumMemberName("A10")]
    A10,

    /// <summary>Trial development of systems without precedent.</summary>
    [JsonStringEnumMemberName("A11")]
    A11,

    /// <summary>Other activities, as the Government provides.</summary>
    [JsonStringEnumMemberName("A12")]
    A12,
}
