using RegionLink.Domain.Metrics;

namespace RegionLink.Server.Web.Desk;

/// <summary>A part of a page about a report's figures: says a metric by its name and a value in its unit.</summary>
public abstract class FigurePiece : Piece
{
    /// <summary>The id itself when the catalogue has lost the metric.</summary>
    protected string NameOf(MetricCatalogue metrics, string id) => metrics.Find(id) is { } metric ? NameOf(metric) : id;

    /// <param name="value">Null: there is no data.</param>
    protected string Shown(MetricCatalogue metrics, string id, decimal? value) =>
        value is not { } number ? T(DeskTexts.Nothing) : metrics.Find(id) is { } metric ? F.Value(number, metric.Unit) : F.Number(number);
}
