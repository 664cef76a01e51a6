using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Units;

/// <summary>The list of units. Public: where borders run is no secret.</summary>
internal static class UnitTables
{
    public static readonly Table Units = new("units", "unit u left join source s on s.id = u.source", "u.key",
    [
        new("key", "u.key", ColumnType.Text, "Khóa", "Key"),
        new("code", "u.code", ColumnType.Text, "Mã", "Code"),
        new("validFrom", "u.valid_from", ColumnType.Date, "Từ ngày", "Valid from"),
        new("validTo", "u.valid_to", ColumnType.Date, "Đến ngày", "Valid to"),
        new("level", "u.level", ColumnType.Text, "Cấp", "Level"),
        new("kind", "u.kind", ColumnType.Text, "Loại", "Kind"),
        new("name", "u.name_vi", ColumnType.Text, "Tên", "Name")
        {
            SearchSql = "u.search",
            Normalise = VietnameseSearch.Words,
        },
        new("fullName", "u.full_name_vi", ColumnType.Text, "Tên đầy đủ", "Full name"),
        new("nameEn", "u.name_en", ColumnType.Text, "Tên tiếng Anh", "English name"),
        new("parent", "u.parent_code", ColumnType.Text, "Mã đơn vị cấp trên", "Code of the unit above"),
        new("region", "u.region_code", ColumnType.Text, "Vùng", "Region"),
        new("formerProvince", "u.former_province", ColumnType.Text, "Tỉnh trước 01/7/2025", "Province before 2025-07-01"),
        new("district", "u.district", ColumnType.Text, "Huyện trước 01/7/2025", "District before 2025-07-01"),
        new("areaKm2", "u.area_km2", ColumnType.Decimal, "Diện tích (km²)", "Area (km²)"),
        new("populationIndicative", "u.population_indicative", ColumnType.Integer, "Dân số (tham khảo)", "Population (indicative)"),
        new("latitude", "u.latitude", ColumnType.Decimal, "Vĩ độ", "Latitude"),
        new("longitude", "u.longitude", ColumnType.Decimal, "Kinh độ", "Longitude"),
        new("seat", "u.seat", ColumnType.Text, "Trung tâm hành chính", "Administrative centre"),
        new("acts", "u.acts", ColumnType.TextList, "Văn bản", "Acts"),
        new("source", "s.title", ColumnType.Text, "Nguồn", "Source"),
        new("note", "u.note", ColumnType.Text, "Ghi chú", "Note"),
    ]);

    /// <summary>The units in force on the day.</summary>
    public static Table On(DateOnly day) => Units with
    {
        Where = "coalesce(u.valid_from, '-infinity') <= $1 and coalesce(u.valid_to, 'infinity') >= $1",
        Parameters = [day],
    };
}
