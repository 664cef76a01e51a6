using System.Text.Json.Serialization;

namespace RegionLink.Domain.Projects;

// STORED FORMAT.

/// <summary>
/// The decree on spending state money on information technology a project runs under. Three of them followed one another within half a
/// year, and a project begun under one may be allowed to end under it.
/// </summary>
public enum LegalRegime
{
    /// <summary>Decree 73/2019/NĐ-CP (amended by 82/2024): until 2026-02-28.</summary>
    [JsonStringEnumMemberName("73/2019")]
    Decree73Of2019,

    /// <summary>Decree 45/2026/NĐ-CP: from 2026-03-01 until 2026-06-30.</summary>
    [JsonStringEnumMemberName("45/2026")]
    Decree45Of2026,

    /// <summary>Decree 224/2026/NĐ-CP, chapter VI: from 2026-07-01.</summary>
    [JsonStringEnumMemberName("224/2026")]
    Decree224Of2026,
}

/// <summary>When each regime holds.</summary>
public static class LegalRegimes
{
    private static readonly DateOnly From45 = new(2026, 3, 1);
    private static readonly DateOnly From224 = new(2026, 7, 1);

    /// <summary>The regime for a decision taken on this day, transitional projects aside. Before 2019 the answer is still 73/2019: older rules are not told apart.</summary>
    public static LegalRegime InForceOn(DateOnly day) =>
        day < From45 ? LegalRegime.Decree73Of2019
        : day < From224 ? LegalRegime.Decree45Of2026
        : LegalRegime.Decree224Of2026;

    /// <summary>The number people write: <c>45/2026</c>.</summary>
    public static string Number(this LegalRegime regime) => regime switch
    {
        LegalRegime.Decree73Of2019 => "73/2019",
        LegalRegime.Decree45Of2026 => "45/2026",
        LegalRegime.Decree224Of2026 => "224/2026",
        _ => throw new ArgumentOutOfRangeException(nameof(regime)),
    };
}
