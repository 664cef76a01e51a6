using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>Why a value cannot be judged although the target is known.</summary>
public static class VerdictReasons
{
    public static readonly RefusalCode NotInForce = new(
        "target.not-in-force",
        "Mục tiêu không áp dụng cho kỳ kết thúc ngày {0}: chưa có hoặc không còn hiệu lực.",
        "The target does not judge the period that ends on {0}: it was not, or is no longer, in force.");

    public static readonly RefusalCode NoDeadline = new(
        "target.no-deadline",
        "Chưa đạt, nhưng căn cứ không nêu thời hạn nên không thể nói là không đạt.",
        "Not reached, but the source names no deadline, so it cannot be called missed.");

    public static readonly RefusalCode NoTrajectory = new(
        "target.no-trajectory",
        "Chưa đến hạn {0} và mục tiêu chưa có lộ trình, nên chưa thể nói đúng tiến độ hay có nguy cơ.",
        "Not due before {0} and the target has no trajectory for this day, so neither on track nor at risk can be said.");

    public static readonly RefusalCode NoValue = new(
        "target.no-value",
        "Chưa có số liệu \"{0}\" của {1} cho kỳ {2}.",
        "There is no value of \"{0}\" for {1} in period {2}.");
}
