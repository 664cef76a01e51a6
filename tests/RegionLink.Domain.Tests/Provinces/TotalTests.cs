using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using static RegionLink.Domain.Tests.Provinces.ProvinceHistory;

namespace RegionLink.Domain.Tests.Provinces;

public sealed class TotalTests
{
    private const long Billion = 1_000_000_000;

    [Fact]
    public void A_total_is_known_per_stage_and_form()
    {
        var state = Given(Opened(2026), Known(2026, 5), Known(2026, 6, BudgetStage.Settled), Known(2026, 7, form: "B62"));

        Assert.Equal(new Money(5), state.Year(2026)!.Total(BudgetStage.Decided, "B46")!.Amount);
        Assert.Equal(new Money(6), state.Year(2026)!.Total(BudgetStage.Settled, "B46")!.Amount);
        Assert.Equal(new Money(7), state.Year(2026)!.Total(BudgetStage.Decided, "B62")!.Amount);
        Assert.Null(state.Year(2026)!.Total(BudgetStage.Executed, "B46"));
    }

    [Fact]
    public void A_new_amount_names_the_one_it_replaces()
    {
        var decision = Given(Opened(2026), Known(2026, 5)).Answer(Record(2026, 6, form: " b46 "));

        var recorded = Assert.IsType<ProvinceEvent.TotalRecorded>(Assert.Single(decision.Events));
        Assert.Equal((new Money(6), new Money(5), "B46"), (recorded.Amount, recorded.Replaced, recorded.Form));
    }

    [Fact]
    public void The_same_total_again_writes_nothing() => Assert.Empty(Given(Opened(2026), Known(2026, 5)).Answer(Record(2026, 5)).Events);

    [Fact]
    public void Every_reason_is_given_at_once() => Assert.Equal(
        ["province.fiscal-year-not-opened", "province.form-invalid", "province.total-out-of-range", "province.source-missing"],
        Given().Answer(Record(2026, 0, form: "Biểu 46") with { Source = " " }).Codes());

    [Fact]
    public void A_closed_year_takes_and_gives_up_no_total()
    {
        var closed = Given(Opened(2026), Known(2026, 5), Closed(2026));

        Assert.Equal(["province.fiscal-year-closed"], closed.Answer(Record(2026, 6)).Codes());
        Assert.Equal(["province.fiscal-year-closed"], closed.Answer(new ProvinceCommand.WithdrawTotal(2026, BudgetStage.Decided, "B46", "Sai")).Codes());
    }

    [Fact]
    public void A_total_recorded_under_the_wrong_form_can_be_withdrawn()
    {
        var state = Given(Opened(2026), Known(2026, 5));
        var decision = state.Answer(new ProvinceCommand.WithdrawTotal(2026, BudgetStage.Decided, "b46", "Nhầm biểu"));

        Assert.Equal([new ProvinceEvent.TotalWithdrawn(2026, BudgetStage.Decided, "B46", new Money(5), "Nhầm biểu")], decision.Events);
        Assert.Empty(Province.Evolve(state, decision.Events[0]).Year(2026)!.Totals);
        Assert.Equal(["province.total-missing"], state.Answer(new ProvinceCommand.WithdrawTotal(2026, BudgetStage.Settled, "B46", "Sai")).Codes());
    }

    [Fact]
    public void Sample_data_never_takes_the_place_of_a_real_total_but_makes_room_for_it()
    {
        Assert.Equal(["province.illustrative-over-real"], Given(Opened(2026), Known(2026, 5)).Answer(Record(2026, 6, illustrative: true)).Codes());
        Assert.Single(Given(Opened(2026), Known(2026, 5, illustrative: true)).Answer(Record(2026, 6)).Events);
    }

    [Theory]
    [InlineData(23_556)]            // million đồng read as billion: a million times too small, as was published for Đồng Nai
    [InlineData(23_556_345)]        // a thousand times too small
    [InlineData(23_556_345_000_000_000)]
    public void A_total_in_another_unit_than_other_years_raises_a_question(long vnd)
    {
        var state = Given(Opened(2020), Opened(2022), Known(2020, 29_106 * Billion / 1_000));

        Assert.Equal(["budget.scale-jump"], state.Answer(Record(2022, vnd)).Codes());
    }

    [Fact]
    public void The_question_is_answered_with_a_reason_that_is_kept()
    {
        var state = Given(Opened(2020), Opened(2022), Known(2020, 29_106));

        Assert.Equal(["province.reason-missing"], state.Answer(Record(2022, 23_556 * Billion, confirm: " ")).Codes());
        var system = Context with { By = new Actor(ActorKind.Key, "k1") };
        Assert.Equal(["budget.answer-needs-person"], Province.Decide(state, Record(2022, 23_556_000_000, confirm: "Máy nói đúng"), system).Codes());
        var decision = state.Answer(Record(2022, 23_556_000_000, confirm: "Năm 2020 ghi nhầm đơn vị"));
        Assert.Equal("Năm 2020 ghi nhầm đơn vị", Assert.IsType<ProvinceEvent.TotalRecorded>(Assert.Single(decision.Events)).ScaleJumpConfirmed);
    }

    [Fact]
    public void An_answer_to_a_question_nobody_asked_is_not_kept()
    {
        var decision = Given(Opened(2026)).Answer(Record(2026, 5, confirm: "Đúng"));

        Assert.Null(Assert.IsType<ProvinceEvent.TotalRecorded>(Assert.Single(decision.Events)).ScaleJumpConfirmed);
    }

    [Fact]
    public void A_correction_by_a_million_raises_the_question_too() =>
        Assert.Equal(["budget.scale-jump"], Given(Opened(2026), Known(2026, 5 * Billion)).Answer(Record(2026, 5_000 * Billion)).Codes());

    [Fact]
    public void The_nearest_year_is_the_one_compared_with()
    {
        var state = Given(Opened(2018), Opened(2022), Opened(2023), Known(2018, 26_003), Known(2022, 23_556_000_000));

        Assert.True(state.Answer(Record(2023, 25_000_000_000)).Accepted);
        Assert.Equal(["budget.scale-jump"], state.Answer(Record(2023, 25_000)).Codes());
    }

    [Fact]
    public void Without_a_like_total_any_other_of_the_province_is_compared_with() =>
        Assert.Equal(["budget.scale-jump"], Given(Opened(2026), Known(2026, 5 * Billion)).Answer(Record(2026, 5_000, BudgetStage.Settled)).Codes());

    [Fact]
    public void Real_and_sample_totals_are_not_compared() =>
        Assert.True(Given(Opened(2025), Opened(2026), Known(2025, 5_000, illustrative: true)).Answer(Record(2026, 5 * Billion)).Accepted);
}
