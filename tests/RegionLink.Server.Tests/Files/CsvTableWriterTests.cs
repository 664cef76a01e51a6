using System.Globalization;
using System.Text;
using CsvHelper;
using RegionLink.Domain.Common;
using RegionLink.Server.Files;

namespace RegionLink.Server.Tests.Files;

public sealed class CsvTableWriterTests
{
    [Fact]
    public async Task Values_are_written_for_machines() => Assert.Equal(
        "79@2025-07-01,-5000000000,0.0097,2026-11-22,true,,2026-11-22T03:04:05.000001Z\r\n",
        await Written(',', false, [
            UnitKey.Parse("79@2025-07-01"), new Money(-5_000_000_000), 0.0097m, new DateOnly(2026, 11, 22), true, null,
            new DateTimeOffset(2026, 11, 22, 10, 4, 5, 0, 1, TimeSpan.FromHours(7))]));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("nói \"có\"", "\"nói \"\"có\"\"\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("@x, y", "\"'@x, y\"")]
    [InlineData(" trước", "\" trước\"")]
    public async Task Texts_are_quoted_and_never_start_a_formula(string text, string expected) =>
        Assert.Equal(expected + "\r\n", await Written(',', false, [text]));

    [Fact]
    public async Task A_file_for_people_has_the_mark_and_the_delimiter_Excel_expects()
    {
        var text = await Written(';', true, ["a;b", "c,d"]);
        Assert.Equal("\uFEFF\"a;b\";c,d\r\n", text);
    }

    [Fact]
    public async Task An_independent_reader_finds_the_same_fields()
    {
        string[] row = ["Dự án \"Hồ sơ\", giai đoạn 2", "a\r\nb", "", " x ", "đ"];
        using var csv = new CsvReader(new StringReader(await Written(',', false, [.. row])), CultureInfo.InvariantCulture);
        Assert.True(await csv.ReadAsync());
        Assert.Equal(row, csv.Parser.Record);
    }

    private static async Task<string> Written(char delimiter, bool mark, IReadOnlyList<object?> row)
    {
        await using var target = new AsyncOnlyStream();
        var csv = new CsvTableWriter(target, delimiter, mark);
        await csv.WriteRowAsync(row, CancellationToken.None);
        await csv.FlushAsync(CancellationToken.None);

        return Encoding.UTF8.GetString(target.Written.ToArray());
    }
}
