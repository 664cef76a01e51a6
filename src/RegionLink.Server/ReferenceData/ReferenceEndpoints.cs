using Npgsql;
using NpgsqlTypes;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.ReferenceData;

/// <summary>Where facts come from, and what the law says.</summary>
public static class ReferenceEndpoints
{
    public static readonly Table Sources = new("sources", "source", "id",
    [
        new("id", "id", ColumnType.Text, "Mã nguồn", "Id"),
        new("title", "title", ColumnType.Text, "Tiêu đề", "Title"),
        new("url", "nullif(url, '')", ColumnType.Text, "Địa chỉ", "Address"),
        new("published", "nullif(published, '')", ColumnType.Text, "Ngày công bố", "Published"),
        new("trust", "trust", ColumnType.Text, "Độ tin cậy", "Trust"),
        new("note", "nullif(note, '')", ColumnType.Text, "Ghi chú", "Note"),
    ]);

    private static readonly Table Acts = new("legal-acts", "legal_act a join source s on s.id = a.source", "a.number",
    [
        new("number", "a.number", ColumnType.Text, "Số hiệu", "Number"),
        new("title", "a.title_vi", ColumnType.Text, "Nội dung", "Subject"),
        new("titleEn", "a.title_en", ColumnType.Text, "Nội dung (tiếng Anh)", "Subject in English"),
        new("adopted", "a.adopted", ColumnType.Date, "Ngày ban hành", "Adopted"),
        new("effective", "a.effective", ColumnType.Date, "Ngày hiệu lực", "Effective"),
        new("status", "a.status", ColumnType.Text, "Tình trạng", "Status"),
        new("repeals", "a.repeals", ColumnType.TextList, "Thay thế", "Repeals"),
        new("source", "s.title", ColumnType.Text, "Nguồn", "Source"),
        new("sourceUrl", "nullif(s.url, '')", ColumnType.Text, "Địa chỉ nguồn", "Source address"),
        new("note", "a.note", ColumnType.Text, "Ghi chú", "Note"),
    ]);

    public static void MapReference(this IEndpointRouteBuilder api)
    {
        api.MapTable("/sources", Sources).Requires(Right.ReadPublic).ServesOnlyPublicData();
        api.MapTable("/legal-acts", Acts).Requires(Right.ReadPublic).ServesOnlyPublicData();
        api.MapGet("/dti-structure", (NpgsqlDataSource database, CancellationToken ct) => DocumentAsync("dti-structure", database, ct))
            .WithSummary("Editions of the provincial digital transformation index: components, weights, publication dates, sources.")
            .Requires(Right.ReadPublic).ServesOnlyPublicData();
        api.MapGet("/activity-categories", (NpgsqlDataSource database, CancellationToken ct) => DocumentAsync("activity-categories", database, ct))
            .WithSummary("The twelve activities of Law 148/2025/QH15, article 4, that a DX budget line can be for.")
            .Requires(Right.ReadPublic).ServesOnlyPublicData();
    }

    private static async Task<IResult> DocumentAsync(string name, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select content::text from reference_document where name = $1");
        command.Parameters.Add(new() { Value = name, NpgsqlDbType = NpgsqlDbType.Text });
        return await command.ExecuteScalarAsync(ct) is string json ? Results.Text(json, "application/json; charset=utf-8") : Problem.NotFound(name);
    }
}
