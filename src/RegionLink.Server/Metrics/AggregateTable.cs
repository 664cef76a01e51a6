using System.Globalization;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.ReferenceData;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Server.Metrics;

/// <summary>Aggregates as the rows of a file: one per metric, period and unit.</summary>
internal static class AggregateTable
{
    public static readonly Table Definition = new("aggregates", "", "",
    [
        new("metric", "", Text, "Chỉ tiêu", "Metric"),
        new("metricName", "", Text, "Tên chỉ tiêu", "Metric name"),
        new("unit", "", Text, "Đơn vị", "Unit"),
        new("name", "", Text, "Tên đơn vị", "Name"),
        new("period", "", Text, "Kỳ", "Period"),
        new("value", "", ColumnType.Decimal, "Giá trị", "Value"),
        new("unitOfMeasure", "", Text, "Đơn vị tính", "Unit of measure"),
        new("basis", "", Text, "Cách có số liệu", "Basis"),
        new("provisional", "", ColumnType.Boolean, "Ước tính", "Provisional"),
        new("illustrative", "", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("observations", "", TextList, "Số liệu thành phần", "Observations"),
        new("sources", "", TextList, "Nguồn", "Sources"),
        new("reasonCodes", "", TextList, "Mã lý do", "Reason codes"),
        new("reasons", "", Text, "Lý do", "Reasons"),
        new("licence", "", Text, "Điều kiện sử dụng", "Conditions of use"),
    ]);

    /// <param name="vietnamese">Language of names and reasons.</param>
    public static async IAsyncEnumerable<object?[]> RowsOf(IEnumerable<Aggregate> aggregates, Reference reference, bool vietnamese)
    {
        await Task.CompletedTask;
        foreach (var aggregate in aggregates)
        {
            var metric = reference.Metrics.Find(aggregate.Metric)!;
            var body = AggregateBody.Of(aggregate, reference, withParts: false);
            yield return
            [
                body.Metric, vietnamese ? metric.NameVi : metric.NameEn, body.Unit.ToString(), vietnamese ? body.Name : reference.Lineage.Find(body.Unit)!.NameEn, body.Period, body.Value,
                DomainWords.Of(body.UnitOfMeasure), body.Basis is { } basis ? DomainWords.Of(basis) : null, body.Provisional, body.Illustrative,
                aggregate.Parts.Select(p => p.Id.ToString(CultureInfo.InvariantCulture)).ToArray(), aggregate.Parts.Select(p => Worded(p.Source)).Distinct().ToArray(),
                body.Reasons.Select(r => r.Code).Distinct().ToArray(), string.Join(" ", body.Reasons.Select(r => r.Named(reference)).Select(r => vietnamese ? r.Vi : r.En)),
                body.Value is null ? null : Said(body.Illustrative ? UseTerms.Illustrative : UseTerms.Published),
            ];
        }

        string Worded(string source) => vietnamese ? reference.Wordings.GetValueOrDefault(source) ?? source : source;

        string Said(Bilingual text) => vietnamese ? text.Vi : text.En;
    }
}
