using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RegionLink.Runtime.Observations;

namespace RegionLink.Server.Tests.Observations;

public sealed class ObservationFilesTests
{
    [Theory]
    [InlineData("nothing,79@origin,2022,1,percent,,,,,S,,", "metric", "observation.metric-unknown")]
    [InlineData("dx_share,79,2022,1,percent,,,,,S,,", "unit", "observation.unit-unknown")]
    [InlineData("dx_share,99@origin,2022,1,percent,,,,,S,,", "unit", "observation.unit-unknown")]
    [InlineData("dx_share,79@origin,22,1,percent,,,,,S,,", "period", "observation.period-unreadable")]
    [InlineData("dx_share,79@origin,2022,,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,1e3,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,\"1,5\",percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,-,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,1-2,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,.5,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,5.,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,٥,percent,,,,,S,,", "value", "observation.value-unreadable")]
    [InlineData("dx_share,79@origin,2022,0.12345678901234567890123456789,percent,,,,,S,,", "value", "observation.too-many-digits")]
    [InlineData("digital_score,79@origin,2022,1.2,index_0_1,,,,,S,,", "value", "observation.impossible")]
    [InlineData("dx_share,79@origin,2022,1,persons,,,,,S,,", "unitOfMeasure", "observation.unit-differs")]
    [InlineData("dti_rank,79@origin,2022,1,rank,,,,,S,,", "base", "observation.base-missing")]
    [InlineData("dti_rank,79@origin,2022,1,rank,0,,,,S,,", "base", "observation.base-unreadable")]
    [InlineData("dti_rank,79@origin,2022,1,rank,many,,,,S,,", "base", "observation.base-unreadable")]
    [InlineData("dx_share,79@origin,2022,1,percent,63,,,,S,,", "base", "observation.base-unexpected")]
    [InlineData("local_budget,79@origin,2022,1,million_vnd,,,,,S,,", "stage", "observation.stage-missing")]
    [InlineData("local_budget,79@origin,2022,1,million_vnd,,Decided,,,S,,", "stage", "observation.stage-unreadable")]
    [InlineData("dx_share,79@origin,2022,1,percent,,decided,,,S,,", "stage", "observation.stage-unexpected")]
    [InlineData("local_budget,79@origin,2022,1,million_vnd,,decided,b47,,S,,", "method", "observation.method-unknown")]
    [InlineData("dx_share,79@origin,2022,1,percent,,,,true,S,,", "standing", "observation.standing-unreadable")]
    [InlineData("dx_share,79@origin,2022,1,percent,,,,, ,,", "source", "observation.source-missing")]
    [InlineData("dx_share,79@origin,2022,1,percent", null, "observation.row-shape")]
    [InlineData("dx_share,79@origin,2022,1,percent,,,,,\"S\"x,,", null, "observation.quote-unclosed")]
    [InlineData("dx_share,79@origin,2022,1,percent,,,,,\"S,,", null, "observation.quote-unclosed")]
    public async Task Every_kind_of_fault_has_its_place_and_code(string row, string? column, string code)
    {
        var (line, at, found) = Assert.Single(Told(await ReadAsync($"{ObservationNode.Header}dx_share,79@origin,2000,1,percent,,,,,S,,\n{row}\n")));

        Assert.Equal((3, column, code), (line, at, found));
    }

    [Fact]
    public async Task All_faults_of_all_rows_are_told()
    {
        var sheet = await ReadAsync(ObservationNode.Header
            + "dx_share,79,22,x,percent,,,,,S,,\n"
            + "dx_share,79@origin,2022,1,percent,,,,,S,,\n"
            + "\n"
            + "dx_share,79@origin,2022,2,percent,,,,,S,,\n");

        Assert.Equal(
            [(2, "unit", "observation.unit-unknown"), (2, "period", "observation.period-unreadable"), (2, "value", "observation.value-unreadable"), (5, null, "observation.twice")],
            Told(sheet));
    }

    [Theory]
    [InlineData("metric,unit,period,value,unitOfMeasure\n", new[] { "observation.column-missing" })]
    [InlineData("metric,unit,period,value,unitOfMeasure,source,sauce\n", new[] { "observation.column-unknown" })]
    [InlineData("", new[] { "observation.empty" })]
    [InlineData("metric,unit,period,value,unitOfMeasure,source\n", new[] { "observation.empty" })]
    public async Task A_file_without_the_right_columns_or_rows_is_told_so(string file, string[] codes) =>
        Assert.Equal(codes, Told(await ReadAsync(file)).Select(f => f.Code));

    [Fact]
    public async Task Text_that_is_not_UTF8_is_refused_where_it_stands()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(ObservationNode.Header + "dx_share,79@origin,2022,1,percent,,,,,"), 0xC3, 0x28, .. ",,\n"u8];
        var (sheet, _) = await ObservationFiles.ReadCsvAsync(new MemoryStream(file), ObservationNode.Vocabulary, TestContext.Current.CancellationToken);

        Assert.Equal([(2, "source", "observation.not-utf8")], Told(sheet));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Marks_line_ends_and_the_order_of_columns_do_not_matter(string end)
    {
        var sheet = await ReadAsync($"\uFEFFvalue,metric,unit,source,period,unitOfMeasure{end}0.97,dx_share,79@origin,S,2022,percent{end}1,dx_share,79@origin,S,2023,percent");

        Assert.Empty(sheet.Faults);
        Assert.Equal(2, sheet.RowCount);
    }

    [Fact]
    public void Whatever_is_quoted_comes_back_as_it_was() => Prop.ForAll(
        Gen.Elements("a", ",", "\"", "\n", "\r\n", "ệ", " ").ListOf().Select(parts => string.Concat(parts)).ListOf().Select(texts => texts.ToList()).ToArbitrary(),
        Gen.Choose(1, 50).ToArbitrary(),
        (texts, chunk) =>
        {
            var file = string.Concat(texts.Select((t, i) => $"\"{i}\",\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));
            var read = new List<string>();
            using var records = new CsvRecords(new SlowStream(Encoding.UTF8.GetBytes(file), chunk));
            records.ReadAsync(
                (_, text, cells, broken) => read.Add(broken ? "broken" : Encoding.UTF8.GetString(text[cells[1]])),
                TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            return read.SequenceEqual(texts);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_file_of_wrong_rows_is_counted_to_the_end_and_told_in_part()
    {
        var sheet = await ReadAsync(ObservationNode.Header + string.Concat(Enumerable.Repeat("nothing,79@origin,2022,1,percent,,,,,S,,\n", 5_000)));

        Assert.Equal((5_000, ObservationSheet.MostFaultsKept), (sheet.FaultCount, sheet.Faults.Count));
    }

    private static async Task<ObservationSheet> ReadAsync(string file) =>
        (await ObservationFiles.ReadCsvAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), ObservationNode.Vocabulary, TestContext.Current.CancellationToken)).Sheet;

    private static IEnumerable<(int Line, string? Column, string Code)> Told(ObservationSheet sheet) =>
        sheet.Faults.Select(f => (f.Line, f.Column, f.Reason.Code));

    /// <summary>Gives a few bytes at a time, so that records are cut anywhere.</summary>
    private sealed class SlowStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
