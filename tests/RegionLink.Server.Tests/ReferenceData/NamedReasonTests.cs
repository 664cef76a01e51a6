using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Projects;
using RegionLink.Domain.Reports;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.ReferenceData;

namespace RegionLink.Server.Tests.ReferenceData;

/// <summary>Reasons as people read them.</summary>
public sealed class NamedReasonTests
{
    private static readonly DateOnly LastOldDay = new(2025, 6, 30);

    private static readonly Reference Known = new(
        new(
            [
                new(UnitKey.Parse("70@origin"), LastOldDay, UnitKind.Province, "Bình Phước", "Binh Phuoc", null),
                new(UnitKey.Parse("79@origin"), LastOldDay, UnitKind.Municipality, "Hồ Chí Minh", "Ho Chi Minh City", null),
                new(UnitKey.Parse("79@2025-07-01"), null, UnitKind.Municipality, "Hồ Chí Minh", "Ho Chi Minh City", null),
            ],
            []),
        new(
            [
                new("dx_budget_share", "Tỷ lệ chi", "Share", UnitOfMeasure.Percent, MeasureKind.Ratio, null, null, Better.HigherIsBetter, null, true, [], null),
                new("area", "Diện tích tự nhiên", "Area", UnitOfMeasure.SquareKilometres, MeasureKind.Latest, null, null, Better.Neutral, null, false, [], null),
                new("population", "Dân số", "Population", UnitOfMeasure.Persons, MeasureKind.Sum, null, null, Better.HigherIsBetter, null, true, [], null),
            ]));

    [Fact]
    public void Units_and_metrics_are_said_by_name_and_the_code_stays()
    {
        var named = VerdictReasons.NoValue.With("dx_budget_share", "70@origin", "2022").Named(Known);

        Assert.Equal("Chưa có số liệu “Tỷ lệ chi” của Tỉnh Bình Phước cho kỳ 2022.", named.Vi);
        Assert.Equal("There is no value of “Share” for Binh Phuoc in period 2022.", named.En);
        Assert.Equal(VerdictReasons.NoValue.Code, named.Code);
    }

    [Fact]
    public void A_metric_whose_id_is_a_word_is_named_where_its_values_are_spoken_of_and_nowhere_else()
    {
        var missing = MetricRefusals.ValueMissing.With("area", "70@origin", "2022").Named(Known);
        Assert.Equal("Chưa có số liệu “Diện tích tự nhiên” của đơn vị Tỉnh Bình Phước cho kỳ 2022.", missing.Vi);
        Assert.Equal("There is no value of “Area” for unit Binh Phuoc and period 2022.", missing.En);
        Assert.StartsWith("Values of “Area” of several", MetricRefusals.NotCombinable.With("area", "70@origin").Named(Known).En, StringComparison.Ordinal);
        Assert.Contains("the area of", (missing with { En = "Ask the area of the unit." }).Named(Known).En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_of_one_word_is_named_where_the_sentence_says_that_it_is_one()
    {
        var named = FigureRefusals.NotAsked.With("population").Named(Known);
        Assert.Equal("Kỳ báo cáo không hỏi chỉ tiêu “Dân số”.", named.Vi);
        Assert.Equal("The period does not ask for metric “Population”.", named.En);
        var words = new Refusal("x.y", "Số liệu này về population.", "This figure is about the population.");
        Assert.Equal(words, words.Named(Known));
    }

    [Fact]
    public void A_name_borne_by_two_versions_comes_with_its_days()
    {
        Assert.StartsWith("Thành phố Hồ Chí Minh (… – 30/06/2025) chưa có", BudgetShareRefusals.LinesMissing.With("79@origin").Named(Known).Vi, StringComparison.Ordinal);
        Assert.StartsWith("Thành phố Hồ Chí Minh (01/07/2025 – …) chưa có", BudgetShareRefusals.LinesMissing.With("79@2025-07-01").Named(Known).Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("79@2025-07-01/DA-1")]
    [InlineData("11@2025-02-31")]
    [InlineData("99@origin")]
    public void Longer_keys_and_unknown_ones_stay(string key) =>
        Assert.Contains(key, ProjectRefusals.LinkOtherUnknown.With(key).Named(Known).Vi, StringComparison.Ordinal);

    [Fact]
    public void A_reason_that_explains_keys_keeps_its_example() =>
        Assert.Contains("79@2025-07-01", UnitRefusals.Unknown.With("70@origin").Named(Known).Vi, StringComparison.Ordinal);
}
