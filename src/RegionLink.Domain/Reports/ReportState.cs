namespace RegionLink.Domain.Reports;

/// <summary>Where a report stands. Late is not a state: it follows from dates.</summary>
public enum ReportState
{
    /// <summary>No figure yet.</summary>
    NotStarted,

    /// <summary>The unit works on it.</summary>
    Draft,

    /// <summary>Handed in; nothing may be changed.</summary>
    Submitted,

    /// <summary>Single figures were sent back; only those may be changed.</summary>
    Returned,

    /// <summary>Handed in again.</summary>
    Resubmitted,

    /// <summary>The ministry accepted it.</summary>
    Accepted,

    /// <summary>Its figures are observations.</summary>
    Published,
}

/// <summary>The states in the words people use.</summary>
internal static class ReportStateWords
{
    internal static (string Vi, string En) Words(this ReportState state) => state switch
    {
        ReportState.NotStarted => ("chưa bắt đầu", "not started"),
        ReportState.Draft => ("đang là bản nháp", "a draft"),
        ReportState.Submitted => ("đã nộp", "submitted"),
        ReportState.Returned => ("đang bị trả lại", "returned"),
        ReportState.Resubmitted => ("đã nộp lại", "resubmitted"),
        ReportState.Accepted => ("đã được chấp nhận", "accepted"),
        ReportState.Published => ("đã công bố", "published"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Whether the unit works on its figures.</summary>
    internal static bool IsWithUnit(this ReportState state) => state is ReportState.NotStarted or ReportState.Draft or ReportState.Returned;
}
