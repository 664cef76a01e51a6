using RegionLink.Domain.Metrics;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Web.Targets;

/// <summary>Texts of the targets' pages.</summary>
internal static class TargetTexts
{
    public static readonly Text Title = new("Mục tiêu", "Targets");
    public static readonly Text Help = new(
        "Phải đạt gì, ai phải đạt, trước ngày nào và theo văn bản nào. Bấm vào một mục tiêu để xem các phiên bản và lộ trình.",
        "What has to be reached, by whom, by when and by which act. Press a target to see its versions and the way to it.");
    public static readonly Text New = new("Đặt mục tiêu mới", "Set a new target");
    public static readonly Text WhatIf = new("Thử: thêm bao nhiêu tiền để đạt 1%", "What if: how much more money reaches 1%");
    public static readonly Text Goal = new("Mức phải đạt", "Goal");
    public static readonly Text Metric = new("Chỉ tiêu", "Metric");
    public static readonly Text Due = new("Thời hạn", "Due");
    public static readonly Text Source = new("Căn cứ", "Legal source");
    public static readonly Text Scope = new("Ai phải đạt", "Who has to reach it");
    public static readonly Text Over = new("Đã hết thời hạn hoặc hiệu lực ({0})", "Past their deadline or no longer in force ({0})");
    public static readonly Text EveryYear = new("hằng năm từ {0}", "every year from {0}");
    public static readonly Text By = new("đến {0}", "by {0}");
    public static readonly Text Mean = new("bình quân từ năm {0} đến {1}", "mean from {0} to {1}");
    public static readonly Text NoDue = new("không nêu thời hạn", "names no day");
    public static readonly Text Proposal = new("đề xuất của vùng, chưa phải luật", "proposed by the region, not law");

    public static readonly Text OneHelp = new(
        "Phiên bản mới chỉ đánh giá các kỳ từ ngày có hiệu lực; kỳ đã qua giữ phiên bản cũ. Tỉnh chỉ có thể tự nâng, không hạ.",
        "A new version judges only periods from its first day; past ones keep the old. A province may raise it for itself, never lower it.");
    public static readonly Text Versions = new("Các phiên bản", "Versions");
    public static readonly Text Version = new("Phiên bản {0}", "Version {0}");
    public static readonly Text Current = new("đang áp dụng", "in force");
    public static readonly Text InForce = new("Hiệu lực", "In force");
    public static readonly Text Since = new("từ {0}", "from {0}");
    public static readonly Text Until = new("đến {0}", "until {0}");
    public static readonly Text NotStated = new("văn bản không nêu", "not stated");
    public static readonly Text Because = new("Lý do thay đổi", "Why it changed");
    public static readonly Text Note = new("Ghi chú", "Note");
    public static readonly Text Way = new("Lộ trình", "The way to it");
    public static readonly Text NoWay = new("chưa có lộ trình", "none was set");
    public static readonly Text WayStep = new("{0}: {1}", "{0}: {1}");
    public static readonly Text Raises = new("Tỉnh tự nâng", "Raised by provinces");
    public static readonly Text NoRaises = new("Chưa tỉnh nào tự nâng mục tiêu này.", "No province has raised this target for itself.");
    public static readonly Text From = new("Áp dụng từ", "From");
    public static readonly Text Cancelled = new("đã hủy", "cancelled");

    public static readonly Text NewHelp = new(
        "Mục tiêu giữ mãi mã và chỉ tiêu của nó; mức, thời hạn và lộ trình có thể thay bằng phiên bản mới.",
        "A target keeps its id and metric for ever; goal, deadline and way can be replaced by a new version.");
    public static readonly Text Id = new("Mã mục tiêu", "Id of the target");
    public static readonly Text IdHint = new("Chữ thường không dấu, số, gạch nối, ví dụ dx-budget-2027", "Small letters without accents, digits, hyphens, such as dx-budget-2027");
    public static readonly Text ScopeUnit = new("Đơn vị (khi mục tiêu của một đơn vị)", "Unit (when the target is one unit's)");
    public static readonly Text NoUnit = new("– không chọn –", "– none –");
    public static readonly Text Direction = new("Chiều", "Direction");
    public static readonly Text Threshold = new("Ngưỡng", "Threshold");
    public static readonly Text InUnitOfMetric = new("Tính bằng đơn vị của chỉ tiêu đã chọn.", "In the unit of the chosen metric.");

    /// <summary>{0} the unit.</summary>
    public static readonly Text InUnit = new("Tính bằng {0}.", "In {0}.");
    public static readonly Text Upper = new("Ngưỡng trên (chỉ khi trong khoảng)", "Upper threshold (only for a range)");
    public static readonly Text EveryYearFrom = new("Tính cho từng năm, từ năm", "For each year, from");
    public static readonly Text DueBy = new("Hoặc phải đạt trước ngày", "Or to be reached by");
    public static readonly Text MeanFrom = new("Nếu là số bình quân: tính từ năm", "For a mean: from the year");
    public static readonly Text ValidFrom = new("Ngày bắt đầu hiệu lực", "First day in force");
    public static readonly Text ValidUntil = new("Ngày hết hiệu lực (để trống nếu chưa có)", "Last day in force (empty while it stands)");
    public static readonly Text SourceHint = new("Số, điều, ngày của văn bản", "Number, article and date of the act");
    public static readonly Text Proposed = new("Đề xuất của vùng, chưa phải luật", "Proposed by the region, not law");
    public static readonly Text WayHint = new("Mỗi dòng một mốc: ngày (14/11/2026), rồi giá trị; giữa hai mốc tính theo đường thẳng. Để trống nếu không có.", "A milestone on each line: its day (14 Nov 2026), then the value; between two it is a straight line. Leave empty if there is none.");
    public static readonly Text On = new("Ngày", "Day");
    public static readonly Text Expected = new("Phải đạt", "Expected");
    public static readonly Text OnOf = new("Ngày của mốc {0}", "Day of milestone {0}");
    public static readonly Text ExpectedOf = new("Mức phải đạt của mốc {0}", "Expected at milestone {0}");
    public static readonly Text Reason = new("Lý do", "Reason");
    public static readonly Text Set = new("Đặt mục tiêu", "Set the target");
    public static readonly Text NewVersion = new("Phiên bản mới", "New version");
    public static readonly Text MakeVersion = new("Ghi phiên bản mới", "Save the new version");
    public static readonly Text End = new("Kết thúc mục tiêu", "End the target");
    public static readonly Text EndOn = new("Ngày cuối còn hiệu lực", "Last day in force");
    public static readonly Text Raise = new("Nâng cho đơn vị của bạn", "Raise it for your unit");
    public static readonly Text RaiseHelp = new(
        "Mức mới phải chặt hơn mức đang áp dụng cho đơn vị bạn. Đã nâng thì không hạ được.",
        "The new goal must be stricter than the one that binds your unit. What was raised is not lowered.");
    public static readonly Text RaiseButton = new("Nâng mục tiêu", "Raise the target");
    public static readonly Text OwnAct = new("Văn bản của tỉnh", "The province's own act");
    public static readonly Text Cancel = new("Hủy lần nâng nhập nhầm", "Cancel a raise entered by mistake");
    public static readonly Text CancelButton = new("Hủy lần nâng", "Cancel the raise");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text History = new("Lịch sử", "History");
    public static readonly Text HistoryNote = new("Ai đặt, sửa, nâng mục tiêu, khi nào, vì sao, theo văn bản nào.", "Who set, changed or raised it, when, why and by which act.");
    public static readonly Text ChangedBy = new("{0}, {1}", "{0}, {1}");
    public static readonly Text WasSet = new("Đặt mục tiêu (phiên bản 1)", "Set (version 1)");
    public static readonly Text WasEnded = new("Kết thúc mục tiêu", "Ended");
    public static readonly Text WasRaised = new("Nâng mục tiêu", "Raised");
    public static readonly Text WasCancelled = new("Hủy lần nâng", "Raise cancelled");
    public static readonly Text Done = new("Đã ghi.", "Done.");
    public static readonly Text NotDone = new("Chưa ghi được vì", "Not done because");

    public static Text WasChanged(int version) => new($"Phiên bản {version}", $"Version {version}");

    public static Text Of(ScopeKind scope) => scope switch
    {
        ScopeKind.National => new("Cả nước", "The country"),
        ScopeKind.Region => new("Cả vùng", "The region"),
        ScopeKind.EachProvince => new("Từng tỉnh, thành phố", "Each province"),
        ScopeKind.EachCommune => new("Từng xã, phường", "Each commune"),
        ScopeKind.EachDistrict => new("Từng huyện (đến 30/6/2025)", "Each district (until 30 June 2025)"),
        ScopeKind.Unit => new("Một đơn vị", "One unit"),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    public static Text Of(GoalDirection direction) => direction switch
    {
        GoalDirection.AtLeast => new("tối thiểu (≥)", "at least (≥)"),
        GoalDirection.MoreThan => new("trên (>)", "more than (>)"),
        GoalDirection.AtMost => new("không quá (≤)", "at most (≤)"),
        GoalDirection.LessThan => new("dưới (<)", "less than (<)"),
        GoalDirection.Between => new("trong khoảng", "between"),
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    /// <summary>In which unit a threshold is typed; of the metric that is chosen when the unit is not known yet.</summary>
    public static Text Measured(string unitOfMeasure)
    {
        if (!DomainWords.TryRead<UnitOfMeasure>(unitOfMeasure, out var unit))
        {
            return InUnitOfMetric;
        }

        var name = UnitNames.Of(unit);
        return new(InUnit.In(Language.Vietnamese, name.Vi), InUnit.In(Language.English, name.En));
    }
}
