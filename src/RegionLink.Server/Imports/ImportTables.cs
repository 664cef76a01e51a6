using RegionLink.Runtime.Imports;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Imports;

/// <summary>The lists around imports: one's own imports, the faults of one, the rows of one.</summary>
internal static class ImportTables
{
    private static readonly Table Imports = new("imports", "import i", "i.id::text",
    [
        new("id", "i.id::text", ColumnType.Text, "Mã", "Id"),
        new("kind", "i.kind", ColumnType.Text, "Loại", "Kind"),
        new("unit", "i.unit", ColumnType.Text, "Đơn vị", "Unit"),
        new("fileName", "i.file_name", ColumnType.Text, "Tệp", "File"),
        new("dryRun", "i.dry_run", ColumnType.Boolean, "Nhập thử", "Dry run"),
        new("status", "i.status", ColumnType.Text, "Trạng thái", "Status"),
        new("rowsRead", "i.rows_read", ColumnType.Integer, "Số dòng", "Rows"),
        new("createdAt", "i.created_at", ColumnType.Instant, "Bắt đầu", "Begun"),
        new("finishedAt", "i.finished_at", ColumnType.Instant, "Kết thúc", "Finished"),
    ])
    {
        Where = "i.by = $1",
        DefaultSort = "-createdAt",
    };

    internal static readonly Table Faults = new("import-faults", "import_fault f", "lpad(f.position::text, 10, '0')",
    [
        new("position", "f.position", ColumnType.Integer, "STT", "No."),
        new("sheet", "f.sheet", ColumnType.Text, "Trang tính", "Sheet"),
        new("cell", "f.cell", ColumnType.Text, "Ô", "Cell"),
        new("row", "f.row_number", ColumnType.Integer, "Dòng", "Row"),
        new("value", "f.value", ColumnType.Text, "Giá trị", "Value"),
        new("code", "f.code", ColumnType.Text, "Mã lỗi", "Code"),
        new("vi", "f.vi", ColumnType.Text, "Lý do", "Reason (Vietnamese)"),
        new("remedyVi", "f.remedy_vi", ColumnType.Text, "Cách sửa", "Remedy (Vietnamese)"),
        new("en", "f.en", ColumnType.Text, "Lý do (tiếng Anh)", "Reason"),
        new("remedyEn", "f.remedy_en", ColumnType.Text, "Cách sửa (tiếng Anh)", "Remedy"),
        new("notice", "f.notice", ColumnType.Boolean, "Chỉ lưu ý", "Notice only"),
    ])
    {
        Where = "f.import = $1",
    };

    internal static readonly Table Rows = new("import-rows", "import_row r", "lpad(r.row_number::text, 10, '0')",
    [
        new("row", "r.row_number", ColumnType.Integer, "Dòng", "Row"),
        new("key", "r.key", ColumnType.Text, "Khóa", "Key"),
        new("change", "r.change", ColumnType.Text, "Thay đổi", "Change"),
        new("fields", "r.fields::text", ColumnType.Json, "Giá trị trước và sau", "Values before and after"),
    ])
    {
        Where = "r.import = $1",
    };

    public static void MapImportTables(this IEndpointRouteBuilder api)
    {
        api.MapGet("/imports", OwnAsync).Requires(Right.Import).WithMetadata(Imports);
        api.MapGet("/imports/{id:guid}/faults", FaultsAsync).Requires(Right.Import).WithMetadata(Faults);
        api.MapGet("/imports/{id:guid}/rows", RowsAsync).Requires(Right.Import).WithMetadata(Rows);
    }

    /// <summary>The caller's own imports, latest first.</summary>
    private static Task<IResult> OwnAsync(HttpContext http, TableReader reader, CancellationToken ct) =>
        TableEndpoints.AnswerAsync(http, Imports with { Parameters = [http.Caller().Actor.ToString()] }, reader, ct);

    /// <summary>Every fault and notice of an import, with sheet, cell, value, reason and remedy.</summary>
    private static Task<IResult> FaultsAsync(Guid id, HttpContext http, FileImports imports, TableReader reader, CancellationToken ct) =>
        OfImportAsync(id, Faults, http, imports, reader, ct);

    /// <summary>The rows of an import with what each changes: new, changed, unchanged or conflict.</summary>
    private static Task<IResult> RowsAsync(Guid id, HttpContext http, FileImports imports, TableReader reader, CancellationToken ct) =>
        OfImportAsync(id, Rows, http, imports, reader, ct);

    private static async Task<IResult> OfImportAsync(Guid id, Table table, HttpContext http, FileImports imports, TableReader reader, CancellationToken ct) =>
        await imports.ReadAsync(id, ct) is { } report && ImportEndpoints.MaySee(http.Caller(), report)
            ? await TableEndpoints.AnswerAsync(http, table with { Parameters = [id] }, reader, ct)
            : Problem.NotFound(id.ToString());
}
