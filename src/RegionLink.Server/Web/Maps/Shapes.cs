using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Web.Maps;

/// <summary>A unit's outline, ready for a drawing <see cref="Shapes.Width"/> wide.</summary>
/// <param name="Path">Data of an SVG path.</param>
/// <param name="X">Where a label stands: the middle of the largest part.</param>
public sealed record Shape(UnitKey Key, string Path, double X, double Y);

/// <summary>Outlines of one drawing.</summary>
/// <param name="Width">Pixels, as the paths count them.</param>
public sealed record Drawing(IReadOnlyList<Shape> Shapes, int Width, int Height);

/// <summary>
/// Outlines of the provinces before and after the merger, drawn small: points closer than a fraction of a pixel are left out. Côn Đảo lies
/// 180 km off the coast and is drawn in a frame of its own beside it, as on printed maps. The communes of a province fill a drawing of their own.
/// </summary>
public sealed class Shapes(Assets assets)
{
    public const int Width = 560;
    public const int Height = 560;

    // The mainland and the frame of the islands.
    private static readonly Frame Region = new(West: 105.45, East: 107.65, North: 12.34, South: 10.12);
    private const double Tolerance = 0.45;   // pixels

    private const double ConDaoNorthEnd = 9.5;
    private const double ConDaoEastward = 0.74;
    private const double ConDaoNorthward = 1.57;

    private static readonly DateOnly Merger = new(2025, 7, 1);

    private readonly ConcurrentDictionary<string, Drawing> _known = new();

    /// <summary>Provinces as their borders ran on the day.</summary>
    public IReadOnlyList<Shape> On(DateOnly day) =>
        _known.GetOrAdd(day < Merger ? "geo/provinces-until-2025-06-30.geojson" : "geo/provinces-from-2025-07-01.geojson", name => Read(name, Region)).Shapes;

    /// <summary>Communes of a province as their borders ran on the day; null when they are not known.</summary>
    /// <param name="province">Its code.</param>
    public Drawing? CommunesOf(string province, DateOnly day)
    {
        var name = $"geo/communes-{province}-from-2025-07-01.geojson";
        return day < Merger || assets.Find(name) is null ? null : _known.GetOrAdd(name, n => Read(n, null));
    }

    /// <param name="frame">What the drawing shows; null for everything, up to its edges.</param>
    private Drawing Read(string name, Frame? frame)
    {
        using var document = JsonDocument.Parse(assets.Find(name)!.Content);
        var features = document.RootElement.GetProperty("features").EnumerateArray().ToList();
        var shown = frame ?? Frame.Around(features.SelectMany(f => RingsOf(f.GetProperty("geometry"))).SelectMany(r => r.EnumerateArray()).Select(Moved));
        return new([.. features.Select(f => Draw(f, shown))], Width, shown.Height);
    }

    private static IEnumerable<JsonElement> RingsOf(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates").EnumerateArray();
        return geometry.GetProperty("type").GetString() == "Polygon" ? coordinates.Take(1) : coordinates.Select(p => p[0]);
    }

    private static Shape Draw(JsonElement feature, Frame frame)
    {
        var rings = RingsOf(feature.GetProperty("geometry")).Select(r => r.EnumerateArray().Select(p => frame.Place(Moved(p))).ToList()).ToList();
        var largest = rings.MaxBy(Area)!;
        var path = new StringBuilder();
        foreach (var ring in rings.Where(r => ReferenceEquals(r, largest) || Area(r) > 1))
        {
            Append(path, Simplified(ring));
        }

        var (x, y) = Middle(largest);
        return new(UnitKey.Parse(feature.GetProperty("properties").GetProperty("key").GetString()!), path.ToString(), x, y);
    }

    /// <summary>Degrees, with Côn Đảo brought to its frame.</summary>
    private static (double East, double North) Moved(JsonElement point)
    {
        var (longitude, latitude) = (point[0].GetDouble(), point[1].GetDouble());
        if (latitude < ConDaoNorthEnd)
        {
            (longitude, latitude) = (longitude + ConDaoEastward, latitude + ConDaoNorthward);
        }

        return (longitude, latitude);
    }

    private static void Append(StringBuilder path, List<(double X, double Y)> ring)
    {
        for (var i = 0; i < ring.Count - 1; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{ring[i].X:0.#} {ring[i].Y:0.#}");
        }

        path.Append('Z');
    }

    /// <summary>Ramer, Douglas and Peucker: drops points that lie on the line between their neighbours, or nearly so.</summary>
    private static List<(double X, double Y)> Simplified(List<(double X, double Y)> ring)
    {
        var keep = new bool[ring.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>();

        // A ring ends where it starts: cut it in two, or every point would be near that "line".
        var far = Enumerable.Range(0, ring.Count).MaxBy(i => Distance(ring[i], ring[0]));
        keep[far] = true;
        open.Push((0, far));
        open.Push((far, ring.Count - 1));
        while (open.TryPop(out var part))
        {
            var (worst, at) = (Tolerance, -1);
            for (var i = part.From + 1; i < part.To; i++)
            {
                var off = Off(ring[i], ring[part.From], ring[part.To]);
                if (off > worst)
                {
                    (worst, at) = (off, i);
                }
            }

            if (at > 0)
            {
                keep[at] = true;
                open.Push((part.From, at));
                open.Push((at, part.To));
            }
        }

        return [.. ring.Where((_, i) => keep[i])];
    }

    private static double Off((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var length = Distance(a, b);
        return length == 0 ? Distance(p, a) : Math.Abs(((b.X - a.X) * (a.Y - p.Y)) - ((a.X - p.X) * (b.Y - a.Y))) / length;
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static double Area(List<(double X, double Y)> ring) => Math.Abs(Sum(ring, (a, b) => (a.X * b.Y) - (b.X * a.Y))) / 2;

    private static (double X, double Y) Middle(List<(double X, double Y)> ring)
    {
        var twice = Sum(ring, (a, b) => (a.X * b.Y) - (b.X * a.Y));
        return (
            Sum(ring, (a, b) => (a.X + b.X) * ((a.X * b.Y) - (b.X * a.Y))) / (3 * twice),
            Sum(ring, (a, b) => (a.Y + b.Y) * ((a.X * b.Y) - (b.X * a.Y))) / (3 * twice));
    }

    private static double Sum(List<(double X, double Y)> ring, Func<(double X, double Y), (double X, double Y), double> term) =>
        Enumerable.Range(0, ring.Count - 1).Sum(i => term(ring[i], ring[i + 1]));

    /// <summary>The part of the world that fills a drawing; degrees.</summary>
    private sealed record Frame(double West, double East, double North, double South)
    {
        private const double Margin = 0.01;

        /// <summary>Pixels. A degree is as long both ways: this close to the equator the difference is 2 %.</summary>
        public int Height => (int)Math.Round((North - South) / (East - West) * Width);

        public static Frame Around(IEnumerable<(double East, double North)> points)
        {
            var all = points.ToList();
            return new(all.Min(p => p.East) - Margin, all.Max(p => p.East) + Margin, all.Max(p => p.North) + Margin, all.Min(p => p.North) - Margin);
        }

        public (double X, double Y) Place((double East, double North) point) =>
            ((point.East - West) / (East - West) * Width, (North - point.North) / (North - South) * Height);
    }
}
