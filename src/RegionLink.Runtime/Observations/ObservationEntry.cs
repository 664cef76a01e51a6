using System.Text;

namespace RegionLink.Runtime.Observations;

/// <summary>One value as handed in by a person, a system or a file of the region's data; all texts as written, judged like the cells of a file.</summary>
/// <param name="Line">Where it stands, for faults; 0: its position in the list.</param>
public sealed record ObservationEntry(
    string Metric,
    string Unit,
    string Period,
    string Value,
    string UnitOfMeasure,
    string Source,
    string? Base = null,
    string? Stage = null,
    string? Method = null,
    string? Standing = null,
    string? SourceUrl = null,
    string? Note = null,
    int Line = 0)
{
    /// <summary>Judges a list of values.</summary>
    public static ObservationSheet Read(IEnumerable<ObservationEntry> entries, ObservationVocabulary vocabulary)
    {
        var reader = new ObservationSheetReader(vocabulary);
        var position = 0;
        var cells = new Range[ObservationColumns.Count];
        foreach (var entry in entries)
        {
            position++;
            var texts = entry.Cells();
            var utf8 = new byte[texts.Sum(t => Encoding.UTF8.GetMaxByteCount(t?.Length ?? 0))];
            var end = 0;
            for (var i = 0; i < texts.Length; i++)
            {
                var start = end;
                end += Encoding.UTF8.GetBytes(texts[i] ?? "", utf8.AsSpan(end));
                cells[i] = start..end;
            }

            reader.Add(entry.Line > 0 ? entry.Line : position, utf8, cells);
        }

        return reader.Finish();
    }

    private string?[] Cells() =>
        [Metric, Unit, Period, Value, UnitOfMeasure, Base, Stage, Method, Standing, Source, SourceUrl, Note, null];
}
