using System.Collections.Immutable;

namespace RegionLink.Domain.Reports;

/// <summary>What may be ordered of a report. Commands that depend on the period carry its <see cref="ReportTerms"/>.</summary>
public abstract record ReportCommand
{
    private ReportCommand() { }

    /// <summary>Gives or changes figures; all or none.</summary>
    public sealed record EnterFigures(ReportTerms Terms, ImmutableArray<FigureEntry> Figures) : ReportCommand;

    /// <summary>Fills figures that nobody has given from what the platform holds; never replaces what a person gave.</summary>
    public sealed record Prefill(ReportTerms Terms, ImmutableArray<HeldFigure> Held) : ReportCommand;

    /// <summary>A person answers the question about a jump of scale: the value is right, and why.</summary>
    public sealed record AnswerScale(ReportTerms Terms, string Metric, string Text) : ReportCommand;

    /// <summary>A person takes over what the system delivers now.</summary>
    /// <param name="Why">Optional; the source says what changed.</param>
    public sealed record AcceptDifference(ReportTerms Terms, string Metric, string? Why) : ReportCommand;

    /// <summary>A second person in the unit approves.</summary>
    /// <param name="Metrics">Which figures; null for every figure waiting for approval.</param>
    public sealed record Approve(ReportTerms Terms, ImmutableArray<string>? Metrics) : ReportCommand;

    /// <summary>Hands the report in.</summary>
    public sealed record Submit(ReportTerms Terms) : ReportCommand;

    /// <summary>The ministry sends single figures back.</summary>
    public sealed record Return(ReportTerms Terms, ImmutableArray<ReturnedFigure> Figures) : ReportCommand;

    /// <summary>The ministry accepts the report as it stands.</summary>
    public sealed record Accept : ReportCommand;

    /// <summary>The ministry publishes the accepted figures.</summary>
    public sealed record Publish : ReportCommand;

    /// <summary>Asks about a figure.</summary>
    public sealed record Ask(string Metric, string Text) : ReportCommand;

    /// <summary>Answers a question about a figure.</summary>
    public sealed record Answer(int Number, string Text) : ReportCommand;
}
