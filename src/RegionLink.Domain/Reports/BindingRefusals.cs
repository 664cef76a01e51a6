using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>Why a metric may not be bound to a system.</summary>
public static class BindingRefusals
{
    public const int LongestSystem = 200;

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode MetricUnknown = new(
        "binding.metric-unknown", "Chỉ tiêu {0} không có trong danh mục.", "Metric {0} is not in the catalogue.");

    /// <summary>{0} longest name allowed.</summary>
    public static readonly RefusalCode SystemMissing = new(
        "binding.system-missing", "Phải nêu hệ thống, tối đa {0} ký tự.", "The system must be named, at most {0} characters.");

    /// <summary>{0} longest reason allowed.</summary>
    public static readonly RefusalCode ReasonMissing = new(
        "binding.reason-missing", "Phải nêu lý do, tối đa {0} ký tự.", "A reason is needed, at most {0} characters.");
}
