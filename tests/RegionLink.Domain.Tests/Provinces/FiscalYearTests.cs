using RegionLink.Domain.Provinces;
using static RegionLink.Domain.Tests.Provinces.ProvinceHistory;

namespace RegionLink.Domain.Tests.Provinces;

public sealed class FiscalYearTests
{
    private static readonly DateOnly Merger = new(2025, 7, 1);

    [Fact]
    public void A_year_opens_once()
    {
        var open = new ProvinceCommand.OpenFiscalYear(2026, null, null);

        Assert.Equal([Opened(2026)], Given().Answer(open).Events);
        Assert.Empty(Given(Opened(2026)).Answer(open).Events);
        Assert.True(Given(Opened(2026)).Answer(open).Accepted);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2030)]
    [InlineData(22026)]
    public void A_year_nobody_budgets_for_is_refused(int year) =>
        Assert.Equal(["province.year-out-of-range"], Given().Answer(new ProvinceCommand.OpenFiscalYear(year, null, null)).Codes());

    [Fact]
    public void A_unit_keeps_no_year_before_or_after_its_life()
    {
        Assert.Equal(["province.unit-not-there"], Given().Answer(new ProvinceCommand.OpenFiscalYear(2024, Merger, null)).Codes());
        Assert.Equal(["province.unit-not-there"], Given().Answer(new ProvinceCommand.OpenFiscalYear(2026, null, Merger.AddDays(-1))).Codes());
    }

    [Fact]
    public void Both_the_old_and_the_new_unit_keep_the_year_of_the_merger()
    {
        Assert.True(Given().Answer(new ProvinceCommand.OpenFiscalYear(2025, Merger, null)).Accepted);
        Assert.True(Given().Answer(new ProvinceCommand.OpenFiscalYear(2025, null, Merger.AddDays(-1))).Accepted);
    }

    [Fact]
    public void A_closed_year_opens_again_only_with_a_reason()
    {
        var closed = Given(Opened(2026), Closed(2026));

        Assert.Equal(["province.reason-missing"], closed.Answer(new ProvinceCommand.ReopenFiscalYear(2026, " ")).Codes());
        var reopened = closed.Answer(new ProvinceCommand.ReopenFiscalYear(2026, " Kiểm toán "));
        Assert.Equal([new ProvinceEvent.FiscalYearReopened(2026, "Kiểm toán")], reopened.Events);
        Assert.Equal("Kiểm toán", Province.Evolve(closed, reopened.Events[0]).Year(2026)!.ReopenedBecause);
    }

    [Fact]
    public void Opening_a_closed_year_does_not_open_it_again()
    {
        var decision = Given(Opened(2026), Closed(2026)).Answer(new ProvinceCommand.OpenFiscalYear(2026, null, null));

        Assert.True(decision.Accepted);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void A_year_that_was_never_opened_can_be_neither_closed_nor_opened_again()
    {
        Assert.Equal(["province.fiscal-year-not-opened"], Given().Answer(new ProvinceCommand.CloseFiscalYear(2026)).Codes());
        Assert.Equal(
            ["province.fiscal-year-not-opened", "province.reason-missing"], Given().Answer(new ProvinceCommand.ReopenFiscalYear(2026, "")).Codes());
    }

    [Fact]
    public void A_year_opened_for_sample_data_becomes_real_when_it_is_really_opened_or_gets_a_real_total()
    {
        var sample = Given(Opened(2026, illustrative: true));

        Assert.True(sample.Year(2026)!.Illustrative);
        Assert.Equal([Opened(2026)], sample.Answer(new ProvinceCommand.OpenFiscalYear(2026, null, null)).Events);
        Assert.False(Province.Evolve(sample, Known(2026, 5)).Year(2026)!.Illustrative);
        Assert.True(Province.Evolve(sample, Known(2026, 5, illustrative: true)).Year(2026)!.Illustrative);
    }

    [Fact]
    public void Sharing_is_set_per_kind_of_data()
    {
        var set = new ProvinceCommand.SetSharing(new Dictionary<SharedKind, SharingLevel>
        {
            [SharedKind.BudgetLines] = SharingLevel.Public,
            [SharedKind.Projects] = SharingLevel.Region,
        });
        var known = new ProvinceEvent.SharingSet(SharedKind.Projects, SharingLevel.Region);
        var decision = Given(known).Answer(set);

        Assert.Equal([new ProvinceEvent.SharingSet(SharedKind.BudgetLines, SharingLevel.Public)], decision.Events);
        Assert.Empty(Given([known, .. decision.Events]).Answer(set).Events);
    }
}
