using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Imports;

namespace RegionLink.Server.Imports;

/// <summary>An import as the API shows it; its faults and rows have lists of their own.</summary>
/// <param name="RowsDone">Rows answered so far by the present stage; for showing progress.</param>
/// <param name="Questions">What must be answered before anything is written.</param>
/// <param name="Failure">Why it stopped, when something outside the file stopped it.</param>
/// <param name="Faults">Address of the list of all faults and notices; csv and xlsx by Accept.</param>
/// <param name="Rows">Address of the list of rows with what each changes.</param>
internal sealed record ImportBody(
    Guid Id,
    string Kind,
    UnitKey? Unit,
    string FileName,
    string FileHash,
    long SizeBytes,
    bool DryRun,
    bool OnlyGoodRows,
    ImportStatus Status,
    ImportStage Stage,
    int RowsRead,
    int RowsDone,
    ImportCounts Counts,
    IReadOnlyList<QuestionBody> Questions,
    Refusal? Failure,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string Faults,
    string Rows)
{
    public static ImportBody Of(ImportReport report) => new(
        report.Id,
        report.Kind,
        report.Unit,
        report.FileName,
        report.FileHash,
        report.SizeBytes,
        report.DryRun,
        report.GoodRows,
        report.Status,
        report.Stage,
        report.RowsRead,
        report.RowsDone,
        report.Counts,
        [.. report.Questions.Select(QuestionBody.Of)],
        report.Failure switch
        {
            null => null,
            "unavailable" => ImportRefusals.Unavailable.With(),
            "bug" => ImportRefusals.Stopped.With(report.Id),
            _ => ImportRefusals.Interrupted.With(),
        },
        report.CreatedAt,
        report.FinishedAt,
        $"/api/v1/imports/{report.Id}/faults",
        $"/api/v1/imports/{report.Id}/rows");
}

/// <summary>A question a person must answer; the answer is sent with the file as <c>confirm=&lt;id&gt;=&lt;reason&gt;</c>.</summary>
/// <param name="Cells">The first of the cells it is about.</param>
/// <param name="CellCount">How many cells it is about.</param>
internal sealed record QuestionBody(
    string Id, string Column, IReadOnlyList<string> Cells, int CellCount, decimal Now, decimal Against, int Factor, bool Up, string Vi, string En)
{
    private const int MostCells = 20;

    public static QuestionBody Of(ImportQuestion question) => new(
        question.Id, question.Column, [.. question.Cells.Take(MostCells)], question.Cells.Count, question.Now, question.Against, question.Factor, question.Up,
        question.Text(Language.Vi), question.Text(Language.En));
}
