using RegionLink.Domain.Common;

namespace RegionLink.Domain.Metrics;

/// <summary>Why a value cannot be given, and what can be wrong with the catalogue.</summary>
public static class MetricRefusals
{
    public static readonly RefusalCode Unknown = new(
        "metric.unknown",
        "Không có chỉ tiêu nào tên là {0}.",
        "There is no metric called {0}.");

    public static readonly RefusalCode ValueMissing = new(
        "metric.value-missing",
        "Chưa có số liệu {0} của đơn vị {1} cho kỳ {2}.",
        "There is no value of {0} for unit {1} and period {2}.");

    public static readonly RefusalCode PeriodIncomplete = new(
        "metric.period-incomplete",
        "Số liệu {0} của đơn vị {1} chưa đủ cho kỳ {2}: không có số liệu nối tiếp từ ngày {3}; phần còn thiếu không được tính là 0.",
        "Values of {0} of unit {1} do not cover period {2}: nothing follows on from {3}, and what is missing is not counted as 0.");

    public static readonly RefusalCode NotOverTime = new(
        "metric.not-over-time",
        "Chỉ tiêu {0} của đơn vị {1} không gộp được theo thời gian thành kỳ {2}; chỉ có số liệu của {3}.",
        "Values of {0} of unit {1} do not combine over time into period {2}; there are values of {3} only.");

    public static readonly RefusalCode MethodUnknown = new(
        "metric.method-unknown",
        "Chỉ tiêu {0} không có phương pháp \"{1}\".",
        "Metric {0} has no method \"{1}\".");

    public static readonly RefusalCode AskedTooMuch = new(
        "metric.asked-too-much",
        "Câu hỏi gồm {0} giá trị (chỉ tiêu × đơn vị × kỳ); mỗi lần hỏi tối đa {1}. Hãy chia nhỏ câu hỏi.",
        "The question asks for {0} values (metrics × units × periods); one question may ask for {1}. Ask in parts.");

    public static readonly RefusalCode UnitSplit = new(
        "metric.unit-split",
        "Đơn vị {0} đã được chia cho nhiều đơn vị ({1}); số liệu {2} của đơn vị này không được tự ý phân bổ.",
        "Unit {0} was split between several units ({1}); its value of {2} is not apportioned.");

    public static readonly RefusalCode NotCombinable = new(
        "metric.not-combinable",
        "Không thể gộp {0} của nhiều đơn vị thành số liệu của đơn vị {1}: thứ hạng, điểm số và số đếm trùng nhau giữa các đơn vị không cộng được.",
        "Values of {0} of several units cannot be combined into one for unit {1}: ranks, scores and counts that overlap do not add.");

    public static readonly RefusalCode RatioPartsUnknown = new(
        "metric.ratio-parts-unknown",
        "Không thể gộp tỷ lệ {0} của nhiều đơn vị thành số liệu của đơn vị {1}: danh mục không có tử số và mẫu số để tính lại.",
        "Shares {0} of several units cannot be combined into one for unit {1}: the catalogue has no numerator and denominator to recompute it from.");

    public static readonly RefusalCode DenominatorZero = new(
        "metric.denominator-zero",
        "Không tính được {0} của đơn vị {1} cho kỳ {2}: mẫu số {3} bằng 0.",
        "{0} of unit {1} for period {2} cannot be computed: its denominator {3} is 0.");

    public static readonly RefusalCode OutOfRange = new(
        "metric.out-of-range",
        "Không tính được {0} của đơn vị {1} cho kỳ {2}: kết quả lớn bất thường, một số liệu thành phần bị sai.",
        "{0} of unit {1} for period {2} cannot be computed: it comes to more than a number can be, so one of its parts is wrong.");

    public static readonly RefusalCode TwiceDefined = new(
        "metric.twice-defined",
        "Chỉ tiêu {0} được khai báo hai lần; chỉ giữ một.",
        "Metric {0} is defined twice; keep one.");

    public static readonly RefusalCode PartUnknown = new(
        "metric.part-unknown",
        "Chỉ tiêu {0} dùng {1} làm tử số hoặc mẫu số, nhưng danh mục không có chỉ tiêu này.",
        "Metric {0} names {1} as numerator or denominator, and the catalogue has no such metric.");

    public static readonly RefusalCode PartsMisplaced = new(
        "metric.parts-misplaced",
        "Chỉ tiêu {0}: tử số và mẫu số phải có cả hai và chỉ dùng cho loại 'ratio'.",
        "Metric {0}: numerator and denominator come together, and only with kind 'ratio'.");

    public static readonly RefusalCode PartNotSummable = new(
        "metric.part-not-summable",
        "Chỉ tiêu {0} dùng {1} làm tử số hoặc mẫu số, nhưng {1} không thuộc loại 'sum' hay 'latest'.",
        "Metric {0} names {1} as numerator or denominator, but {1} is neither 'sum' nor 'latest'.");

    public static readonly RefusalCode RankCombines = new(
        "metric.rank-combines",
        "Chỉ tiêu {0} là thứ hạng nên phải thuộc loại 'none'.",
        "Metric {0} is a rank, so its kind must be 'none'.");

    public static readonly RefusalCode RangeEmpty = new(
        "metric.range-empty",
        "Khoảng giá trị của chỉ tiêu {0} từ {1} đến {2} không chứa giá trị nào.",
        "The range of metric {0} from {1} to {2} holds no value.");
}
