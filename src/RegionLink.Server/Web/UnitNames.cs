using RegionLink.Domain.Metrics;

namespace RegionLink.Server.Web;

/// <summary>Units of measure in words.</summary>
internal static class UnitNames
{
    public static Text Of(UnitOfMeasure unit) => unit switch
    {
        UnitOfMeasure.Percent => new("%", "%"),
        UnitOfMeasure.Index0To1 => new("điểm (0–1)", "score (0–1)"),
        UnitOfMeasure.Rank => new("hạng", "rank"),
        UnitOfMeasure.Per10000 => new("người trên 10.000 dân", "persons per 10,000 people"),
        UnitOfMeasure.Vnd => new("đồng", "VND"),
        UnitOfMeasure.MillionVnd => new("triệu đồng", "million VND"),
        UnitOfMeasure.BillionVnd => new("tỷ đồng", "billion VND"),
        UnitOfMeasure.Persons => new("người", "persons"),
        UnitOfMeasure.SquareKilometres => new("km²", "km²"),
        UnitOfMeasure.Services => new("dịch vụ", "services"),
        UnitOfMeasure.Calls => new("lượt gọi", "calls"),
        UnitOfMeasure.Sites => new("điểm", "sites"),
        UnitOfMeasure.Cards => new("thẻ", "cards"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };
}
