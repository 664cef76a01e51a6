using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>How a value stands to a target. Stored and sent as a camelCase string.</summary>
public enum VerdictKind
{
    /// <summary>Đạt: the value of a finished period satisfies the goal.</summary>
    Met,

    /// <summary>Đúng tiến độ: not decided yet, and where it should be by now.</summary>
    OnTrack,

    /// <summary>Có nguy cơ: not decided yet, and behind where it should be by now.</summary>
    AtRisk,

    /// <summary>Không đạt: the period or the deadline is over and the goal was not reached.</summary>
    Missed,

    /// <summary>Chưa tính được: something is missing; the reason says what.</summary>
    NotComputable,
}

/// <summary>The judgement of one value by one goal.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Gap">Beyond the threshold when positive, short of it when negative, in the metric's unit; at most twelve decimal places and never rounded to zero. Null without a value.</param>
/// <param name="GapVnd">The same in whole đồng for a share of money: what is missing (negative) or above (positive) so that the goal is just reached; null when the parts are not known.</param>
/// <param name="Expected">What the trajectory expected on the day it was compared with; null when it was not consulted.</param>
/// <param name="Reason">Why nothing can be said; null for every other kind.</param>
public sealed record Verdict(VerdictKind Kind, decimal? Gap, Money? GapVnd, decimal? Expected, Refusal? Reason)
{
    /// <summary>No judgement without a value.</summary>
    public static Verdict Without(Refusal reason) => new(VerdictKind.NotComputable, null, null, null, reason);
}
