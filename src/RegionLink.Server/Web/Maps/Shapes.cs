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

/// <summary>
/// Outlines of the provinces before and after the merger, drawn small: points closer than a fraction of a pixel are left out. Côn Đảo lies
/// 180 km off the coast and is drawn in a frame of its own beside it, as on printed maps.
/// </summary>
public sealed class Shapes(Assets assets)
{
    public const int Width = 560;
    public const int Height = 560;

    // The mainland and the frame; degrees.
    private const double West = 105.45;
    private const double East = 107.65;
    private const double North = 12.34;
    private const double South = 10.12;
    private const double Tolerance = 0.45;   // pixels

    private const double ConDaoNorthEnd = 9.5;
    private const double ConDaoEastward = 0.74;
    private const double ConDaoNorthward = 1.57;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Shape>> _known = new();

    /// <summary>Provinces as their borders ran on the day.</summary>
    public IReadOnlyList<Shape> On(DateOnly day) =>
        _known.GetOrAdd(day < new DateOnly(2025, 7, 1) ? "geo/provinces-until-2025-06-30.geojson" : "geo/provinces-from-2025-07-01.geojson", Read);

    private IReadOnlyList<Shape> Read(string name)
    {
        using var document = JsonDocument.Parse(assets.Find(name)!.Content);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(Draw)];
    }

    private static Shape Draw(JsonElement feature)
    {
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates").EnumerateArray();
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates.ToList()] : coordinates.Select(p => p.EnumerateArray().ToList()).ToList();
        var rings = polygons.ConvertAll(p => p[0].EnumerateArray().Select(Place).ToList());
        var largest = rings.MaxBy(Area)!;
        var path = new StringBuilder();
        foreach (var ring in rings.Where(r => ReferenceEquals(r, largest) || Area(r) > 1))
        {
            Append(path, Simplified(ring));
        }

        var (x, y) = Middle(largest);
        return new(UnitKey.Parse(feature.GetProperty("properties").GetProperty("key").GetString()!), path.ToString(), x, y);
    }

    private static (double X, double Y) Place(JsonElement point)
    {
        var (longitude, latitude) = (point[0].GetDouble(), point[1].GetDouble());
        if (latitude < ConDaoNorthEnd)
        {
            (longitude, latitude) = (longitude + ConDaoEastward, latitude + ConDaoNorthward);
        }

        return ((longitude - West) / (East - West) * Width, (North - latitude) / (North - South) * Height);
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
}
