using System.Text;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>Reads batches as they are handed in.</summary>
public static class ObservationFiles
{
    /// <summary>Reads a CSV file with a header of <see cref="ObservationColumns"/>, in any order.</summary>
    /// <returns>The sheet, with every fault found, and the SHA-256 of the file.</returns>
    public static async Task<(ObservationSheet Sheet, byte[] FileHash)> ReadCsvAsync(
        Stream file, ObservationVocabulary vocabulary, CancellationToken ct)
    {
        using var records = new CsvRecords(file);
        var reader = new ObservationSheetReader(vocabulary);
        int[]? places = null;   // by place in the file: number of the column
        var cellsOfRow = new Range[ObservationColumns.Count];
        await records.ReadAsync(Take, ct);
        return (reader.Finish(), records.FileHash());

        void Take(int line, ReadOnlySpan<byte> text, ReadOnlySpan<Range> cells, bool broken)
        {
            if (broken)
            {
                reader.Fault(line, null, null, ObservationRefusals.QuoteUnclosed.With());
            }
            else if (places is null)
            {
                places = Header(line, text, cells, reader);
            }
            else if (places.Length == 0)
            {
                return;   // without a usable header no cell means anything
            }
            else if (cells.Length != places.Length)
            {
                reader.Fault(line, null, null, ObservationRefusals.RowShape.With(cells.Length, places.Length));
            }
            else
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    cellsOfRow[places[i]] = cells[i];
                }

                reader.Add(line, text, cellsOfRow);
            }
        }
    }

    private static int[] Header(int line, ReadOnlySpan<byte> text, ReadOnlySpan<Range> cells, ObservationSheetReader reader)
    {
        var places = new int[cells.Length];
        var sound = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var name = Encoding.UTF8.GetString(text[cells[i]]).Trim();
            places[i] = ObservationColumns.All.IndexOf(name);
            if (places[i] < 0 || places.AsSpan(0, i).Contains(places[i]))
            {
                reader.Fault(line, name, null, ObservationRefusals.ColumnUnknown.With(name, string.Join(", ", ObservationColumns.All)));
                sound = false;
            }
        }

        foreach (var name in ObservationColumns.Required.Where(n => !places.Contains(ObservationColumns.All.IndexOf(n))))
        {
            reader.Fault(line, name, null, ObservationRefusals.ColumnMissing.With(name));
            sound = false;
        }

        return sound ? places : [];
    }

    private static int IndexOf(this IReadOnlyList<string> list, string name)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
