using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Server.Observations;

/// <summary>Lists of observations. Values from public sources are public; what a unit entered itself follows its settings, public unless it says otherwise.</summary>
public static class ObservationTables
{
    /// <summary>No unit is called <c>published</c>, so such rows fall to the default.</summary>
    public static readonly Sharing Sharing = new("case when o.published then 'published' else o.province end", "observations", "public");

    /// <summary>What holds now.</summary>
    public static readonly Table Now = new("observations", "observation_row o", "o.id", Columns())
    {
        Where = "o.holds",
        NumericKey = true,
        Sharing = Sharing,
    };

    /// <summary>Every batch that was recorded.</summary>
    public static readonly Table Batches = new("observation-batches", "observation_batch b", "b.id",
    [
        new("id", "b.id", Text, "Đợt số liệu", "Batch"),
        new("title", "b.title", Text, "Tên tệp hoặc dịp", "Title"),
        new("rows", "b.rows", Integer, "Số dòng", "Rows"),
        new("added", "b.added", Integer, "Thêm mới", "Added"),
        new("revised", "b.revised", Integer, "Sửa", "Revised"),
        new("unchanged", "b.unchanged", Integer, "Không đổi", "Unchanged"),
        new("origin", "b.origin", Text, "Nguồn gốc", "Origin"),
        new("published", "b.published", ColumnType.Boolean, "Đã công bố", "Published"),
        new("fileHash", "nullif(b.file_hash, '')", Text, "SHA-256 của tệp", "SHA-256 of the file"),
        new("illustrative", "b.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("recordedAt", "b.recorded_at", Instant, "Ghi lúc", "Recorded"),
    ])
    {
        DefaultSort = "-recordedAt",
    };

    /// <summary>What was known at a moment: recorded by then and not yet replaced.</summary>
    public static Table KnownAt(DateTimeOffset moment) => Now with
    {
        // Apart, so that each is read by its own index.
        From = """
            (select * from observation_row where holds and recorded_at <= $1
             union all
             select * from observation_row where not holds and recorded_at <= $1 and superseded_at > $1) o
            """,
        Where = null,
        Parameters = [moment.UtcDateTime],
    };

    /// <summary>Every revision, the ones that hold and the ones that held.</summary>
    public static readonly Table Revisions = Now with { Where = null };

    /// <summary>Every revision of the values that some observations are revisions of. Two lookups, because the indexes of what holds and of what held are apart.</summary>
    /// <param name="ids">Of any revision of each value.</param>
    public static Table RevisionsOf(long[] ids) => new(
        "observation-revisions",
        """
        observation asked
        cross join lateral (
          select held.id
            from observation held
           where held.superseded_by is null
             and (held.series, held.unit, held.period_start, held.period_end) = (asked.series, asked.unit, asked.period_start, asked.period_end)
           union all
          select held.id
            from observation held
           where held.superseded_by is not null
             and (held.series, held.unit, held.period_start, held.period_end) = (asked.series, asked.unit, asked.period_start, asked.period_end)
        ) as same
        join observation_row o on o.id = same.id
        """,
        "asked.id::text || '/' || o.id::text",
        [new("of", "asked.id::text", Text, "Của số liệu", "Of observation") { Sortable = false }, .. Columns()])
    {
        Where = "asked.id = any($1)",
        Parameters = [ids],
        Sharing = Sharing,
    };

    private static Column[] Columns() =>
    [
        new("id", "o.id::text", Text, "Mã", "Id") { Sortable = false },
        new("metric", "o.metric", Text, "Chỉ tiêu", "Metric") { Sortable = false },
        new("unit", "o.unit", Text, "Đơn vị", "Unit") { Sortable = false },
        new("province", "o.province", Text, "Tỉnh, thành phố", "Province") { Sortable = false },
        new("period", "o.period", Text, "Kỳ", "Period") { Sortable = false },
        new("periodStart", "o.period_start", Date, "Từ ngày", "First day") { Sortable = false },
        new("periodEnd", "o.period_end", Date, "Đến ngày", "Last day") { Sortable = false },
        new("value", "o.value", ColumnType.Decimal, "Giá trị", "Value") { Sortable = false },
        new("unitOfMeasure", "o.unit_of_measure", Text, "Đơn vị tính", "Unit of measure") { Sortable = false },
        new("base", "o.base", Integer, "Trên tổng số đơn vị xếp hạng", "Ranked out of") { Sortable = false },
        new("stage", "o.stage", Text, "Giai đoạn ngân sách", "Budget stage") { Sortable = false },
        new("method", "o.method", Text, "Phương pháp", "Method") { Sortable = false },
        new("standing", "o.standing", Text, "Tình trạng", "Standing") { Sortable = false },
        new("origin", "o.origin", Text, "Nguồn gốc", "Origin") { Sortable = false },
        new("source", "o.source", Text, "Nguồn", "Source") { Sortable = false },
        new("sourceUrl", "o.source_url", Text, "Địa chỉ nguồn", "Source address") { Sortable = false },
        new("note", "o.note", Text, "Ghi chú", "Note") { Sortable = false },
        new("revision", "o.revision", Integer, "Lần sửa", "Revision") { Sortable = false },
        new("batch", "o.batch", Text, "Đợt số liệu", "Batch") { Sortable = false },
        new("illustrative", "o.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative") { Sortable = false },
        new("recordedAt", "o.recorded_at", Instant, "Ghi lúc", "Recorded") { Sortable = false },
        new("supersededAt", "o.superseded_at", Instant, "Được thay lúc", "Superseded") { Sortable = false },
        new("supersededBy", "o.superseded_by", Text, "Được thay bởi đợt", "Superseded by batch") { Sortable = false },
    ];
}
