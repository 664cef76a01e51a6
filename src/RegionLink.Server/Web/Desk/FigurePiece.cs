using RegionLink.Domain.Metrics;

namespace RegionLink.Server.Web.Desk;

/// <summary>A part of a page about a report's figures: says a metric by its name and a value in its unit.</summary>
public abstract class FigurePiece : Piece
{
    /// <summary>The id itself when the catalogue has lost the metric.</summary>
    protected string NameOf(MetricCatalogue metrics, string id) => metrics.Find(id) is { } metric ? NameOf(metric) : id;

    /// <summary>Every place of it: nobody approves or accepts 1.234 tỷ đồng and means 1.234.567.890.123.</summary>
    /// <param name="value">Null: there is no data.</param>
    protected string Shown(MetricCatalogue metrics, string id, decimal? value) =>
        value is not { } number ? T(DeskTexts.Nothing) : metrics.Find(id) is { } metric ? F.Exact(number, metric.Unit) : F.Number(number);
}
