using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using static RegionLink.Domain.Tests.Imports.SampleTemplate;

namespace RegionLink.Domain.Tests.Imports;

public sealed class TableReaderTests
{
    [Fact]
    public void Every_type_is_read_from_texts()
    {
        var table = Read(Sheet("Số hiệu|Trạng thái|Dự toán|Tỷ lệ|Năm|Từ ngày", Texts(2, "A-1|đang  THỰC HIỆN|1.500.000|0,97|2026|03/04/2026")));
        Assert.Empty(table.Faults);
        var row = Assert.Single(table.Rows);
        Assert.Equal("A-1", row.Text("number"));
        Assert.Equal("running", row.Text("state"));
        Assert.Equal(new Money(1_500_000), row.Money("decided"));
        Assert.Equal(0.97m, row.Decimal("share"));
        Assert.Equal(2026, row.Whole("year"));
        Assert.Equal(new DateOnly(2026, 4, 3), row.Date("from"));
    }

    [Fact]
    public void Every_type_is_read_from_typed_cells()
    {
        var table = Read(Sheet("number|state|decided|share|year|from", Row(
            2, RawCell.Of(17m), RawCell.Of("done"), RawCell.Of(1_500_000m), RawCell.Percent(0.97m), RawCell.Of(2026m), RawCell.Of(new DateTime(2026, 4, 3)))));
        Assert.Empty(table.Faults);
        var row = Assert.Single(table.Rows);
        Assert.Equal(("17", "done", 2026L), (row.Text("number"), row.Text("state"), row.Whole("year")));
        Assert.True(row.Cells["share"].IsPercent);
        Assert.Equal(0.97m, row.Decimal("share"));
    }

    [Theory]
    [InlineData("SỐ HIỆU *|Năm")]
    [InlineData("Số hiệu|năm:")]
    [InlineData("Number|Year")]
    [InlineData("number|YEAR")]
    public void Headers_match_in_either_language_however_they_are_written(string header) =>
        Assert.Equal(2026, Assert.Single(Read(Sheet(header, Texts(2, "A|2026"))).Rows).Whole("year"));

    [Fact]
    public void Titles_may_stand_above_the_header()
    {
        var sheet = new RawSheet("S", [Texts(1, "BIỂU SỐ 3"), Texts(2, "Năm 2026"), Texts(5, "Số hiệu|Năm"), Texts(6, "A|2026")], []);
        Assert.Equal(6, Assert.Single(Read(sheet).Rows).Row);
    }

    [Fact]
    public void An_english_template_says_nothing_about_slashed_dates() => Assert.Equal(
        ["import.date-ambiguous"],
        Codes(Read(Sheet("Number|From", Texts(2, "A|03/04/2026")))));

    [Theory]
    [InlineData("Dự toán (triệu đồng)", "1,5", "", 1_500_000)]
    [InlineData("Dự toán (tỷ đồng)", "1,5 tỷ", "", 1_500_000_000)]
    [InlineData("Dự toán", "1,5", "tỷ đồng", 1_500_000_000)]
    [InlineData("Dự toán", "1.500.000 đồng", "", 1_500_000)]
    public void Money_is_converted_when_the_file_names_its_unit(string header, string amount, string unit, long vnd) => Assert.Equal(
        new Money(vnd),
        Assert.Single(Read(Sheet($"Số hiệu|{header}|Đơn vị tiền", Texts(2, $"A|{amount}|{unit}"))).Rows).Money("decided"));

    [Theory]
    [InlineData("Dự toán", "1,5 tỷ", "", "import.money-unit-contradicts")]
    [InlineData("Dự toán (triệu đồng)", "5", "tỷ đồng", "import.money-unit-contradicts")]
    [InlineData("Dự toán", "1,5", "", "import.not-whole")]
    [InlineData("Dự toán (USD)", "5", "", "import.money-unit-unknown")]
    [InlineData("Dự toán", "5", "USD", "import.money-unit-unknown")]
    [InlineData("Dự toán", "-5", "", "import.number-out-of-range")]
    [InlineData("Dự toán", "5%", "", "import.percent-not-expected")]
    [InlineData("Dự toán", "5 cái", "", "import.not-a-number")]
    [InlineData("Dự toán (tỷ đồng)", "99999999999999", "", "import.number-out-of-range")]
    public void Money_that_cannot_be_told_is_refused(string header, string amount, string unit, string code) => Assert.Equal(
        [code],
        Codes(Read(Sheet($"Số hiệu|{header}|Đơn vị tiền", Texts(2, $"A|{amount}|{unit}")))));

    [Fact]
    public void Every_fault_is_named_with_its_cell_and_good_rows_are_kept()
    {
        var table = Read(Sheet("Số hiệu|Trạng thái|Năm|Từ ngày", Texts(2, "A|xong|1999|31/02/2026"), Texts(3, "|Hoàn thành|2026|"), Texts(4, "C|done|2026|")));
        Assert.Equal(
            [("B2", "import.not-in-list"), ("C2", "import.number-out-of-range"), ("D2", "import.not-a-date"), ("A3", "import.value-missing")],
            table.Faults.Select(f => (f.Cell!, f.Code)));
        Assert.All(table.Faults, fault => Assert.All([fault.Vi, fault.En, fault.RemedyVi, fault.RemedyEn], text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.Equal("C", Assert.Single(table.Rows).Text("number"));
        Assert.Equal(3, table.Read);
    }

    [Theory]
    [InlineData(RawKind.Error, "import.formula-error")]
    [InlineData(RawKind.NotComputed, "import.formula-not-computed")]
    [InlineData(RawKind.Flag, "import.not-a-number")]
    public void Cells_without_a_value_are_refused(RawKind kind, string code) =>
        Assert.Equal([code], Codes(Read(Sheet("Số hiệu|Năm", Row(2, RawCell.Of("A"), new RawCell(kind, "#REF!"))))));

    [Fact]
    public void A_number_no_spreadsheet_holds_exactly_is_refused() =>
        Assert.Equal(["import.number-too-long"], Codes(Read(Sheet("Số hiệu|Dự toán", Row(2, RawCell.Of("A"), RawCell.Of(1_234_567_890_123_456m))))));

    [Fact]
    public void Merged_cells_are_refused_in_every_row_they_cover()
    {
        var sheet = Sheet("Số hiệu|Năm", Texts(2, "A|2026"), Texts(3, "B")) with { Merged = [new(2, 1, 3, 1)] };
        Assert.Equal([("B2", "import.cell-merged"), ("B3", "import.cell-merged")], Read(sheet).Faults.Select(f => (f.Cell!, f.Code)));
    }

    [Fact]
    public void A_merged_title_above_the_header_does_not_matter()
    {
        var sheet = new RawSheet("S", [Texts(1, "BIỂU"), Texts(3, "Số hiệu|Năm"), Texts(4, "A|2026")], [new(1, 0, 1, 5)]);
        Assert.Empty(Read(sheet).Faults);
    }

    [Fact]
    public void Another_kind_of_file_is_named() => Assert.Equal(["import.header-not-found"], Codes(Read(Sheet("Họ tên|Lương", Texts(2, "A|1")))));

    [Fact]
    public void A_file_without_rows_is_named() => Assert.Equal(["import.no-rows"], Codes(Read(Sheet("Số hiệu|Năm"))));

    [Fact]
    public void A_required_column_that_is_missing_stops_the_file() =>
        Assert.Equal(["import.column-missing"], Codes(Read(Sheet("Năm|Tỷ lệ", Texts(2, "2026|1")))));

    [Fact]
    public void A_column_that_stands_twice_stops_the_file() =>
        Assert.Equal(["import.column-repeated"], Codes(Read(Sheet("Số hiệu|Năm|Year", Texts(2, "A|2026|2025")))));

    [Fact]
    public void A_column_of_ones_own_is_a_notice()
    {
        var table = Read(Sheet("Số hiệu|Năm|Ghi chú nội bộ", Texts(2, "A|2026|x")));
        Assert.True(Assert.Single(table.Faults).IsNotice);
        Assert.Single(table.Rows);
    }

    [Fact]
    public void What_the_file_does_not_have_is_told_from_what_is_empty()
    {
        var row = Assert.Single(Read(Sheet("Số hiệu|Năm", Texts(2, "A|"))).Rows);
        Assert.True(row.Has("year"));
        Assert.False(row.Has("share"));
    }

    private static IEnumerable<string> Codes(ReadTable table) => table.Faults.Select(fault => fault.Code);
}
