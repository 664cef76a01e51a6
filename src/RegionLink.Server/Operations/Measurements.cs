using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Operations;

/// <summary>
/// Collects what the program and the framework measure and writes it in the Prometheus text format (version 0.0.4). No exporter package
/// fits this framework version; the listener is the framework's own.
/// </summary>
public sealed class Measurements : IDisposable
{
    private const int MostSeries = 5_000;

    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 50, 100, 500];

    private static readonly HashSet<string> Meters = new(StringComparer.Ordinal)
    {
        GrainMetrics.MeterName,
        SecondWall.MeterName,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Npgsql",
        "System.Runtime",
    };

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), Series> _series = new();

    public Measurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Record(i, v, tags));
        _listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Record(i, v, tags));
        _listener.Start();
    }

    /// <summary>All series as text, by name.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _series.GroupBy(s => s.Key.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var kind = family.First().Value.Kind;
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Key} {kind.ToString().ToLowerInvariant()}\n");
            foreach (var ((name, labels), series) in family.OrderBy(s => s.Key.Labels, StringComparer.Ordinal))
            {
                series.Write(text, name, labels);
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kind = instrument.GetType().Name.Split('`')[0] switch
        {
            "Histogram" => SeriesKind.Histogram,
            "Counter" or "ObservableCounter" => SeriesKind.Counter,
            _ => SeriesKind.Gauge,
        };
        var key = (NameOf(instrument, kind), LabelsOf(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            series = _series.GetOrAdd(key, _ => new Series(kind));
        }

        series.Add(value, replaces: instrument.IsObservable);
    }

    private static string NameOf(Instrument instrument, SeriesKind kind)
    {
        var name = new StringBuilder(instrument.Name).Replace('.', '_').Replace('-', '_');
        if (instrument.Unit is "s" && !instrument.Name.EndsWith("seconds", StringComparison.Ordinal))
        {
            name.Append("_seconds");
        }
        else if (instrument.Unit is "By")
        {
            name.Append("_bytes");
        }

        return kind == SeriesKind.Counter ? name.Append("_total").ToString() : name.ToString();
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
        {
            return "";
        }

        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            labels.Append(labels.Length == 0 ? "" : ",").Append(name.Replace('.', '_')).Append("=\"").Append(text).Append('"');
        }

        return labels.ToString();
    }

    private enum SeriesKind
    {
        Counter,
        Gauge,
        Histogram,
    }

    private sealed class Series(SeriesKind kind)
    {
        private readonly Lock _lock = new();
        private readonly long[] _buckets = kind == SeriesKind.Histogram ? new long[Bounds.Length + 1] : [];
        private double _sum;
        private long _count;

        public SeriesKind Kind => kind;

        public void Add(double value, bool replaces)
        {
            lock (_lock)
            {
                _sum = replaces ? value : _sum + value;
                _count++;
                if (kind == SeriesKind.Histogram)
                {
                    var bucket = Array.FindIndex(Bounds, bound => value <= bound);
                    _buckets[bucket < 0 ? Bounds.Length : bucket]++;
                }
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (_lock)
            {
                var braces = labels.Length == 0 ? "" : $"{{{labels}}}";
                if (kind != SeriesKind.Histogram)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {_sum:R}\n");
                    return;
                }

                var comma = labels.Length == 0 ? "" : ",";
                var total = 0L;
                for (var i = 0; i < Bounds.Length; i++)
                {
                    total += _buckets[i];
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"{Bounds[i]:R}\"}} {total}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"+Inf\"}} {_count}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{braces} {_sum:R}\n{name}_count{braces} {_count}\n");
            }
        }
    }
}
