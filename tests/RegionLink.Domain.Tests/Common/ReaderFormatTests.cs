using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Common;

public sealed class ReaderFormatTests
{
    public static TheoryData<object?, string, string> Values => new()
    {
        { 120.5m, "120,5", "120.5" },
        { 1234567.125m, "1.234.567,125", "1,234,567.125" },
        { -0.000000001m, "\u22120,000000001", "\u22120.000000001" },
        { 100.00m, "100", "100" },
        { 1500000L, "1.500.000", "1,500,000" },
        { 1000000, "1.000.000", "1,000,000" },
        { 2026, "2026", "2026" },
        { int.MinValue, "\u22122.147.483.648", "\u22122,147,483,648" },
        { new Money(-1_500_000), "\u22121.500.000 đồng", "\u22121,500,000 VND" },
        { new DateOnly(2026, 12, 31), "31/12/2026", "31 Dec 2026" },
        { FigurePeriod.Parse("2026"), "2026", "2026" },
        { FigurePeriod.Parse("2019/2024"), "2019–2024", "2019–2024" },
        { FigurePeriod.Parse("2026-11"), "11/2026", "Nov 2026" },
        { FigurePeriod.Parse("2026-01/2026-06"), "01/2026–06/2026", "Jan 2026–Jun 2026" },
        { FigurePeriod.Parse("2026-10-15/2026-11-14"), "15/10/2026–14/11/2026", "15 Oct 2026–14 Nov 2026" },
        { (FormattableString)$"{99.5m}%", "99,5%", "99.5%" },
        { new UnitKey("79", new DateOnly(2025, 7, 1)), "79@2025-07-01", "79@2025-07-01" },
        { "2026-11", "2026-11", "2026-11" },
        { null, "", "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_sentence_writes_its_values_as_its_readers_do(object? value, string vi, string en)
    {
        var refusal = new RefusalCode("test.value", "Giá trị {0}.", "Value {0}.").With(value);

        Assert.Equal(($"Giá trị {vi}.", $"Value {en}."), (refusal.Vi, refusal.En));
    }

    [Fact]
    public void The_two_readings_of_an_ambiguous_number_cannot_be_taken_for_each_other()
    {
        var fault = CellFaults.NumberAmbiguous.At("Sheet1", 2, 1, "1.234", "1.234", 1234m, 1.234m);

        Assert.StartsWith("Không rõ '1.234' là 1234 (cách viết Việt Nam) hay 1,234 (cách viết Anh)", fault.Vi, StringComparison.Ordinal);
        Assert.StartsWith("'1.234' may be 1234 (written the Vietnamese way) or 1.234 (the English way)", fault.En, StringComparison.Ordinal);
    }
}
