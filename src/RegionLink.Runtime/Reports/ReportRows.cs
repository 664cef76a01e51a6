using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Reports;

/// <summary>A figure as it stands.</summary>
/// <param name="EnteredAt">When the present value, note or source was given.</param>
public sealed record StoredFigure(
    string Metric,
    decimal? Value,
    string? NoDataReason,
    string UnitOfMeasure,
    Origin Origin,
    string? Source,
    string? Note,
    FigureState State,
    bool Prefilled,
    string EnteredBy,
    DateTimeOffset EnteredAt,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? ReturnReason,
    StoredScaleQuestion? ScaleQuestion,
    long Version,
    StoredDifference? Difference);

/// <summary>What the delivering system says now, other than the figure; shown until a person takes it over or the system agrees again.</summary>
/// <param name="Value">Null when the system has no data any more.</param>
public sealed record StoredDifference(decimal? Value, string? NoDataReason, string? Source, string By, DateTimeOffset At);

/// <summary>The question about a jump of scale.</summary>
/// <param name="Answer">Null while open.</param>
public sealed record StoredScaleQuestion(int Factor, bool Up, decimal Against, string AgainstSource, string? Answer, string? AnsweredBy);

/// <summary>One thing that happened.</summary>
/// <param name="What">started, figureSet, deliveryDiffered, differenceEnded, scaleQuestioned, scaleAnswered, figureApproved, submitted, resubmitted, figureReturned, accepted,
/// published, figurePublished, questionAsked, questionAnswered.</param>
/// <param name="Was">Value before, for a changed figure; null when there was none or it was without data.</param>
/// <param name="Text">Why, or what was said.</param>
public sealed record HistoryLine(
    string What,
    string? Metric,
    decimal? Value,
    decimal? Was,
    string? NoDataReason,
    Origin? Origin,
    string? Source,
    string? Text,
    string By,
    DateTimeOffset At,
    long Version);

/// <summary>A question on a figure.</summary>
/// <param name="Answer">Null while open.</param>
public sealed record StoredQuestion(
    int Number, string Metric, string Text, string AskedBy, DateTimeOffset AskedAt, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt);

/// <summary>Rows of the read tables as values.</summary>
internal static class ReportRows
{
    public static StoredFigure Figure(NpgsqlDataReader r) => new(
        r.GetString(0), Number(r, 1), Text(r, 2), r.GetString(3), Word<Origin>(r, 4), Text(r, 5), Text(r, 6), Word<FigureState>(r, 7), r.GetBoolean(8),
        r.GetString(9), Instant(r, 10)!.Value, Text(r, 11), Instant(r, 12), Text(r, 13),
        r.IsDBNull(14) ? null : new(r.GetInt32(14), r.GetBoolean(15), r.GetDecimal(16), r.GetString(17), Text(r, 18), Text(r, 19)), r.GetInt64(20),
        r.IsDBNull(24) ? null : new(Number(r, 21), Text(r, 22), Text(r, 23), r.GetString(24), Instant(r, 25)!.Value));

    public static HistoryLine Line(NpgsqlDataReader r) => new(
        r.GetString(0), Text(r, 1), Number(r, 2), Number(r, 9), Text(r, 3), r.IsDBNull(4) ? null : Word<Origin>(r, 4), Text(r, 5), Text(r, 6),
        r.GetString(7), Instant(r, 8)!.Value, r.GetInt64(10));

    public static StoredQuestion Question(NpgsqlDataReader r) => new(
        r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), Instant(r, 4)!.Value, Text(r, 5), Text(r, 6), Instant(r, 7));

    private static string? Text(NpgsqlDataReader r, int i) => r.IsDBNull(i) ? null : r.GetString(i);

    private static decimal? Number(NpgsqlDataReader r, int i) => r.IsDBNull(i) ? null : r.GetDecimal(i);

    private static DateTimeOffset? Instant(NpgsqlDataReader r, int i) => r.IsDBNull(i) ? null : r.GetFieldValue<DateTimeOffset>(i);

    private static T Word<T>(NpgsqlDataReader r, int i)
        where T : struct, Enum => JsonSerializer.Deserialize<T>($"\"{r.GetString(i)}\"", StoredJson.Options);
}
