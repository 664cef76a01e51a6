using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// Sorts rows much as the table's index does (series, unit, period): then a million rows are inserted into neighbouring pages, which
/// halves the time of the index, and two rows about the same value stand side by side.
/// </summary>
internal static class SheetOrder
{
    private const int BitsEach = 21;   // 2^21 > the most rows, so no list of distinct things is longer

    public static SheetRow[] Sort(ObservationSheet sheet, ReadOnlySpan<SheetRow> rows)
    {
        var series = Ranks(sheet.Heads, h => new SeriesKey(h.Head.Metric, h.Base, h.Stage, h.Head.Method, Claim(h)), SeriesKey.Order);
        var units = Ranks(sheet.Units, u => u.Key, StringComparer.Ordinal);
        var periods = Ranks(sheet.Periods, p => (p.Start, p.End), Comparer<(DateOnly, DateOnly)>.Default);

        var keys = new Key[rows.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            ref readonly var row = ref rows[i];
            var place = ((((ulong)series[row.Head] << BitsEach) | (uint)units[row.Unit]) << BitsEach) | (uint)periods[row.Period];
            keys[i] = new Key(place, i);
        }

        Array.Sort(keys, Key.Compare);
        var sorted = new SheetRow[rows.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            sorted[i] = rows[keys[i].Row];
            if (i > 0 && keys[i].Place == keys[i - 1].Place)
            {
                sheet.Add(new RowFault(sorted[i].Line, null, null, ObservationRefusals.Twice.With(sorted[i - 1].Line)));
            }
        }

        return sorted;
    }

    /// <summary>Empty for the value in use; else the source it is the claim of.</summary>
    private static string Claim(SheetHead head) => head.Head.Standing.InUse() ? "" : $"{head.Source.Title}\n{head.Source.Url}";

    private static int[] Ranks<T, TKey>(List<T> list, Func<T, TKey> key, IComparer<TKey> comparer)
        where TKey : notnull
    {
        var distinct = list.Select(key).Distinct().Order(comparer).Select((k, rank) => (k, rank)).ToDictionary(x => x.k, x => x.rank);
        return [.. list.Select(item => distinct[key(item)])];
    }

    private sealed record SeriesKey(string Metric, short Base, string Stage, string Method, string Claim)
    {
        public static Comparer<SeriesKey> Order { get; } = Comparer<SeriesKey>.Create((a, b) =>
        {
            var order = string.CompareOrdinal(a.Metric, b.Metric);
            order = order != 0 ? order : a.Base.CompareTo(b.Base);
            order = order != 0 ? order : string.CompareOrdinal(a.Stage, b.Stage);
            order = order != 0 ? order : string.CompareOrdinal(a.Method, b.Method);
            return order != 0 ? order : string.CompareOrdinal(a.Claim, b.Claim);
        });
    }

    private readonly record struct Key(ulong Place, int Row)
    {
        public static int Compare(Key a, Key b)
        {
            var order = a.Place.CompareTo(b.Place);
            return order != 0 ? order : a.Row.CompareTo(b.Row);
        }
    }
}
