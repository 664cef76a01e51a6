using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Imports;

public sealed class NumberColumnTests
{
    [Theory]
    [InlineData("1.234.567,5", 1234567.5)]
    [InlineData("1,234,567.5", 1234567.5)]
    [InlineData("1 234 567", 1234567)]
    [InlineData("1\u00A0234\u202F567,25", 1234567.25)]
    [InlineData("1234567", 1234567)]
    [InlineData("0,97", 0.97)]
    [InlineData("0.978", 0.978)]
    [InlineData("-1.234.567", -1234567)]
    [InlineData("\u22125", -5)]
    [InlineData("(1,234,567)", -1234567)]
    [InlineData("+7", 7)]
    [InlineData("007", 7)]
    public void A_number_that_can_be_read_in_one_way_is_read(string text, double expected) =>
        Assert.Equal((decimal)expected, Read(text, [text]).Number);

    [Theory]
    [InlineData("1.234")]
    [InlineData("500,000")]
    [InlineData("12.345")]
    public void A_number_that_could_be_two_is_refused_when_its_column_does_not_tell(string text) =>
        Assert.Equal("import.number-ambiguous", Read(text, [text, "7", "1500", "2 000 000"]).Fault?.Code);

    [Theory]
    [InlineData("1.234", "1.234.567", 1234)]
    [InlineData("1.234", "0,5", 1234)]
    [InlineData("1.234", "1,234,567", 1.234)]
    [InlineData("1,234", "0.97", 1234)]
    public void Another_number_of_the_column_decides(string text, string other, double expected) =>
        Assert.Equal((decimal)expected, Read(text, [text, other]).Number);

    [Theory]
    [InlineData("1.234")]
    [InlineData("1.234.567")]
    [InlineData("1,234,567")]
    public void A_column_with_both_notations_is_refused(string text) =>
        Assert.Equal("import.numbers-mixed", Read(text, [text, "9.876.543", "9,876,543"]).Fault?.Code);

    [Fact]
    public void A_whole_number_without_separators_is_clear_even_in_a_mixed_column() =>
        Assert.Equal(42, Read("42", ["42", "9.876.543", "9,876,543"]).Number);

    [Fact]
    public void The_sender_may_state_the_notation()
    {
        Assert.Equal(1234, Read("1.234", ["1.234"], NumberNotation.Vietnamese).Number);
        Assert.Equal(1.234m, Read("1.234", ["1.234"], NumberNotation.English).Number);
        Assert.Equal("import.number-other-notation", Read("1,234,567", ["1,234,567"], NumberNotation.Vietnamese).Fault?.Code);
    }

    [Theory]
    [InlineData("một tỷ")]
    [InlineData("1.2.3")]
    [InlineData("1,23,456")]
    [InlineData("1.234,567.8")]
    [InlineData("12 34")]
    [InlineData("--5")]
    [InlineData("(-5)")]
    [InlineData(".")]
    [InlineData("٣")]
    [InlineData("5 và 6")]
    public void Anything_else_is_not_a_number(string text) => Assert.Equal("import.not-a-number", Read(text, [text]).Fault?.Code);

    [Fact]
    public void A_number_a_spreadsheet_shortened_is_named() => Assert.Equal("import.number-shortened", Read("1,5E+09", ["1,5E+09"]).Fault?.Code);

    [Theory]
    [InlineData("1.500.000 đồng", "đồng")]
    [InlineData("1,5 tỷ", "tỷ")]
    [InlineData("0,97%", "%")]
    [InlineData("₫1,500,000", "₫")]
    public void Words_around_a_number_are_kept_apart(string text, string tail) => Assert.Equal(tail, Read(text, [text]).Tail);

    [Fact]
    public void A_number_written_in_either_notation_reads_back_or_is_refused_never_changed()
    {
        var number = ArbMap.Default.ArbFor<int>().Generator.Select(n => Math.Abs((long)n) / 4m).ToArbitrary();
        Prop.ForAll(number, n =>
        {
            var vietnamese = n.ToString("#,##0.##", new System.Globalization.NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });
            var english = n.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture);
            return new[] { vietnamese, english }.All(text => Read(text, [text]) is var read && (read.Fault is not null || read.Number == n));
        }).QuickCheckThrowOnFailure();
    }

    private static NumberReading Read(string text, IReadOnlyList<string> column, NumberNotation? declared = null) =>
        new NumberColumn(column, declared).Read(text);
}
