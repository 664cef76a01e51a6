using RegionLink.Domain.Metrics;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Metrics;

/// <summary>The catalogue: what is measured, in which unit, how it combines.</summary>
public static class MetricEndpoints
{
    private static readonly Table Metrics = new("metrics", "metric", "id",
    [
        new("id", "id", ColumnType.Text, "Chỉ tiêu", "Metric"),
        new("name", "name_vi", ColumnType.Text, "Tên", "Name"),
        new("nameEn", "name_en", ColumnType.Text, "Tên tiếng Anh", "English name"),
        new("unit", "unit", ColumnType.Text, "Đơn vị tính", "Unit of measure"),
        new("kind", "kind", ColumnType.Text, "Cách tổng hợp", "How it combines"),
        new("numerator", "numerator", ColumnType.Text, "Tử số", "Numerator"),
        new("denominator", "denominator", ColumnType.Text, "Mẫu số", "Denominator"),
        new("direction", "direction", ColumnType.Text, "Chiều tốt lên", "Direction"),
        new("pillar", "pillar", ColumnType.Text, "Trụ cột", "Pillar"),
        new("staged", "staged", ColumnType.Boolean, "Có giai đoạn ngân sách", "Has budget stages"),
        new("methods", "methods", ColumnType.TextList, "Phương pháp khác", "Other methods"),
        new("least", "least", ColumnType.Decimal, "Giá trị nhỏ nhất có thể", "Least possible value"),
        new("most", "most", ColumnType.Decimal, "Giá trị lớn nhất có thể", "Greatest possible value"),
        new("note", "note", ColumnType.Text, "Ghi chú", "Note"),
    ]);

    public static IServiceCollection AddMetricCatalogue(this IServiceCollection services) => services
        .AddSingleton<HeldObservationReader>()
        .AddSingleton<MonthSumReader>()
        .AddSingleton<Aggregates>();

    public static void MapMetrics(this IEndpointRouteBuilder api)
    {
        api.MapTable("/metrics", Metrics).Requires(Right.ReadPublic).ServesOnlyPublicData();
        api.MapGet("/metrics/{id}", OneAsync).Requires(Right.ReadPublic).ServesOnlyPublicData();
        AggregateEndpoints.Map(api);
    }

    /// <summary>One metric.</summary>
    /// <param name="id">Such as dx_budget_share.</param>
    public static async Task<IResult> OneAsync(string id, TableReader reader, CancellationToken ct) =>
        await reader.FindAsync(Metrics, id, ct) is { } row
            ? new TableRow(Metrics, row)
            : Problem.Of(StatusCodes.Status404NotFound, MetricRefusals.Unknown.With(id));
}
