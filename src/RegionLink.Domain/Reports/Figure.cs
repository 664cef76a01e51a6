using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>One figure of a report: one per metric, however many forms ask for it.</summary>
public sealed record Figure
{
    public required string Metric { get; init; }

    /// <summary>Null when there is no data.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why there is no data; null when there is a value.</summary>
    public string? NoDataReason { get; init; }

    public required string UnitOfMeasure { get; init; }

    public Origin Origin { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public FigureState State { get; init; }

    /// <summary>Brought in by the platform and not changed since.</summary>
    public bool Prefilled { get; init; }

    /// <summary>Who gave the present value, whatever was done to its note later. Never the one who approves.</summary>
    public required Actor EnteredBy { get; init; }

    /// <summary>Who approved the present value; null until somebody has.</summary>
    public Actor? ApprovedBy { get; init; }

    /// <summary>Why the ministry sent it back; kept until the report is handed in again, so that a correction may itself be corrected.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>The jump of scale that was noticed; null when there was none.</summary>
    public ScaleQuestion? Scale { get; init; }

    /// <summary>What the delivering system says now, when it is another value; null when it agrees or nobody delivers.</summary>
    public DeliveryDifference? Difference { get; init; }

    public bool ScaleQuestionOpen => Scale is { Answer: null };

    internal bool SameValue(decimal? value, string? noDataReason, Origin origin) =>
        Value == value && NoDataReason == noDataReason && Origin == origin;
}

/// <summary>Where a figure stands.</summary>
public enum FigureState
{
    /// <summary>Given, waiting for approval.</summary>
    Entered,

    /// <summary>Approved by a second person in the unit.</summary>
    Approved,

    /// <summary>Sent back by the ministry.</summary>
    Returned,

    /// <summary>Accepted by the ministry.</summary>
    Accepted,
}

/// <summary>Is this number written in the right unit? Asked by the platform, answered by a person.</summary>
/// <param name="Factor">1,000 or 1,000,000.</param>
/// <param name="Up">True when the new value is the larger one.</param>
/// <param name="Against">The earlier value.</param>
/// <param name="Answer">Null while open.</param>
/// <param name="AnsweredBy">Null while open.</param>
public sealed record ScaleQuestion(int Factor, bool Up, decimal Against, string AgainstSource, string? Answer = null, Actor? AnsweredBy = null);
