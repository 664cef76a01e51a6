using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>Judges every distinct combination of the cells that rows share, once.</summary>
internal sealed class HeadReader
{
    private readonly Dictionary<Cells, int> _known = [];
    private readonly List<(int SheetNumber, List<(int Column, Refusal Reason)> Faults)> _heads = [];

    /// <summary>What is wrong with a head; said again for every row that has it.</summary>
    public List<(int Column, Refusal Reason)> FaultsOf(int head) => _heads[head].Faults;

    /// <summary>Its place in the sheet; negative when it has faults.</summary>
    public int SheetNumberOf(int head) => _heads[head].SheetNumber;

    /// <param name="numbers">Numbers of the texts of the present row, by column.</param>
    public int Read(ReadOnlySpan<int> numbers, Utf8Texts texts, ObservationVocabulary vocabulary, ObservationSheet sheet)
    {
        var cells = new Cells(
            numbers[ObservationColumns.Metric], numbers[ObservationColumns.UnitOfMeasure], numbers[ObservationColumns.Base],
            numbers[ObservationColumns.Stage], numbers[ObservationColumns.Method], numbers[ObservationColumns.Standing],
            numbers[ObservationColumns.Source], numbers[ObservationColumns.SourceUrl]);
        if (_known.TryGetValue(cells, out var head))
        {
            return head;
        }

        var faults = new List<(int Column, Refusal Reason)>();
        foreach (var column in ObservationColumns.OfHead)
        {
            if (texts[numbers[column]] is null)
            {
                faults.Add((column, ObservationRefusals.NotUtf8.About(ObservationColumns.All[column])));
            }
            else if (texts[numbers[column]]!.Length > ObservationRules.LongestName)
            {
                faults.Add((column, ObservationRefusals.TextTooLong.About(ObservationColumns.All[column], ObservationRules.LongestName)));
            }
        }

        SheetHead? read = null;
        if (faults.Count == 0)
        {
            string Text(int number) => texts[number]!;
            var standing = Text(cells.Standing) is { Length: > 0 } written ? Words.Parse<Standing>(written) : Standing.Accepted;
            var stage = Words.Parse<BudgetStage>(Text(cells.Stage));
            var isBase = short.TryParse(Text(cells.Base), NumberStyles.None, CultureInfo.InvariantCulture, out var rankedOf);
            Require(standing is not null, ObservationColumns.Standing, ObservationRefusals.StandingUnreadable, Text(cells.Standing));
            Require(stage is not null || Text(cells.Stage).Length == 0, ObservationColumns.Stage, ObservationRefusals.StageUnreadable, Text(cells.Stage));
            Require(isBase || Text(cells.Base).Length == 0, ObservationColumns.Base, ObservationRefusals.BaseUnreadable, Text(cells.Base));
            if (faults.Count == 0)
            {
                var said = new RowHead(
                    Text(cells.Metric), Text(cells.UnitOfMeasure), isBase ? rankedOf : null, stage, Text(cells.Method), standing!.Value, Text(cells.Source));
                var metric = vocabulary.Metric(said.Metric);
                faults.AddRange(ObservationRules.Faults(said, metric).Select(r => (ColumnOf(r), r)));
                read = new SheetHead(said, Text(cells.SourceUrl), ObservationRules.RangeOf(said, metric));
            }
        }

        head = _heads.Count;
        _heads.Add((faults.Count == 0 ? sheet.Heads.Count : -1, faults));
        _known.Add(cells, head);
        if (faults.Count == 0)
        {
            sheet.Heads.Add(read!);
        }

        return head;

        void Require(bool holds, int column, RefusalCode code, string text)
        {
            if (!holds)
            {
                faults.Add((column, code.About(ObservationColumns.All[column], text)));
            }
        }
    }

    private static int ColumnOf(Refusal reason) => reason.Field switch
    {
        "unitOfMeasure" => ObservationColumns.UnitOfMeasure,
        "base" => ObservationColumns.Base,
        "stage" => ObservationColumns.Stage,
        "method" => ObservationColumns.Method,
        "source" => ObservationColumns.Source,
        _ => ObservationColumns.Metric,
    };

    private readonly record struct Cells(int Metric, int UnitOfMeasure, int Base, int Stage, int Method, int Standing, int Source, int SourceUrl);
}
