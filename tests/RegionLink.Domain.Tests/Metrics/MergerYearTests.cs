using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using static RegionLink.Domain.Tests.Metrics.SampleMetrics;
using static RegionLink.Domain.Tests.Units.SampleLineage;

namespace RegionLink.Domain.Tests.Metrics;

/// <summary>2025: two provinces until 30 June, one from 1 July on. 2026: it becomes a municipality on 30 April and keeps its borders.</summary>
public sealed class MergerYearTests
{
    private const string Old1 = "70@origin";
    private const string Old2 = "75@origin";
    private const string Merged = "75@2025-07-01";
    private const string Municipality = "75@2026-04-30";

    [Fact]
    public void The_year_of_a_merger_is_what_the_old_units_had_until_it_and_the_new_one_has_since()
    {
        var figure = Reported(2025, ("spent", Old1, "2025-01/2025-06", 10), ("spent", Old2, "2025-01/2025-06", 30), ("spent", Merged, "2025-07/2025-12", 50))
            .ValueOf("spent", Key(Merged)).Figure!;

        Assert.Equal((Fraction.Of(90), FigureBasis.Added), (figure.Value, figure.Basis));
        Assert.Equal(
            ["70@origin 2025-01/2025-06 10", "75@2025-07-01 2025-07/2025-12 50", "75@origin 2025-01/2025-06 30"],
            figure.Leaves.Select(l => $"{l.Unit} {l.Period} {l.Value}").Order());
    }

    [Fact]
    public void Months_make_up_each_side_of_it()
    {
        var months = Enumerable.Range(1, 6).SelectMany(m => new[] { ("spent", Old1, $"2025-{m:00}", 1m), ("spent", Old2, $"2025-{m:00}", 2m) })
            .Concat(Enumerable.Range(7, 6).Select(m => ("spent", Merged, $"2025-{m:00}", 5m)));

        Assert.Equal(Fraction.Of(48), Reported(2025, [.. months]).ValueOf("spent", Key(Merged)).Figure!.Value);
    }

    [Fact]
    public void What_is_missing_of_it_is_named_with_unit_and_day()
    {
        var answer = Reported(2025, ("spent", Old1, "2025-01/2025-05", 10), ("spent", Merged, "2025-07/2025-12", 50)).ValueOf("spent", Key(Merged));

        Assert.Null(answer.Figure);
        Assert.Equal(["metric.period-incomplete", "metric.value-missing"], answer.Reasons.Select(r => r.Code).Order());
        Assert.Contains(answer.Reasons, r => r.En.Contains("70@origin", StringComparison.Ordinal) && r.En.Contains("1 Jun 2025", StringComparison.Ordinal));
        Assert.Contains(answer.Reasons, r => r.En.Contains("75@origin", StringComparison.Ordinal) && r.En.Contains("Jan 2025–Jun 2025", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_about_days_on_both_sides_is_never_apportioned()
    {
        var answer = Reported(
            2025, ("spent", Old1, "2025-01/2025-06", 10), ("spent", Old2, "2025-01-01/2025-07-14", 30), ("spent", Merged, "2025-07-15/2025-12-31", 50))
            .ValueOf("spent", Key(Merged));

        Assert.Null(answer.Figure);
        Assert.Contains(answer.Reasons, r => r.Code == "metric.period-incomplete" && r.En.Contains("2025-07-01", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_the_new_unit_gave_itself_is_taken_as_it_is() => Assert.Equal(
        Fraction.Of(99),
        Reported(2025, ("spent", Merged, "2025", 99), ("spent", Old1, "2025-01/2025-06", 10), ("spent", Old2, "2025-01/2025-06", 10), ("spent", Merged, "2025-07/2025-12", 1))
            .ValueOf("spent", Key(Merged)).Figure!.Value);

    [Fact]
    public void A_ratio_of_the_year_is_recomputed_from_both_sides()
    {
        var figure = Reported(
            2025,
            ("dx_spent", Old1, "2025-01/2025-06", 1_000_000), ("dx_spent", Old2, "2025-01/2025-06", 2_000_000), ("dx_spent", Merged, "2025-07/2025-12", 3_000_000),
            ("spent", Old1, "2025-01/2025-06", 100), ("spent", Old2, "2025-01/2025-06", 200), ("spent", Merged, "2025-07/2025-12", 300))
            .ValueOf("dx_share", Key(Merged)).Figure!;

        Assert.Equal((Fraction.Of(1), FigureBasis.Divided), (figure.Value, figure.Basis));
    }

    [Fact]
    public void Ranks_of_the_two_halves_stay_refused() => Assert.Equal(
        "metric.not-combinable",
        Reported(2025, ("dti_rank", Old1, "2025-01/2025-06", 10), ("dti_rank", Old2, "2025-01/2025-06", 11)).ValueOf("dti_rank", Key(Merged)).Reasons[0].Code);

    [Fact]
    public void Months_held_under_the_old_and_the_new_key_of_one_territory_are_one_year()
    {
        var months = Enumerable.Range(1, 12).Select(m => ("spent", m <= 4 ? Merged : Municipality, $"2026-{m:00}", (decimal)m)).ToArray();

        foreach (var unit in new[] { Merged, Municipality })
        {
            var figure = Reported(2026, months).ValueOf("spent", Key(unit)).Figure!;
            Assert.Equal((Fraction.Of(78), FigureBasis.SameTerritory), (figure.Value, figure.Basis));
            Assert.Equal(12, figure.Leaves.Sum(l => l.Held.Count));
        }

        Assert.Contains("1 May 2026", Assert.Single(Reported(2026, months[..4]).ValueOf("spent", Key(Municipality)).Reasons).En, StringComparison.Ordinal);
    }

    [Fact]
    public void However_a_year_is_cut_its_sum_is_the_same() => Prop.ForAll(
        Gen.Choose(1, 364).ListOf(6).ToArbitrary(),
        Gen.Choose(-1_000, 1_000).ArrayOf(365).ToArbitrary(),
        (cuts, perDay) =>
        {
            // The same amounts by day, cut at any days, must give one sum; the merger day is always among the cuts.
            var first = new DateOnly(2025, 1, 1);
            var merger = MergerDay.DayNumber - first.DayNumber;
            var ends = cuts.Append(merger).Append(365).Distinct().Order().ToList();
            var starts = ends.Prepend(0).Take(ends.Count);
            var pieces = starts.Zip(ends).SelectMany(s =>
            {
                var days = new FigurePeriod(first.AddDays(s.First), first.AddDays(s.Second - 1)).ToString();
                var sum = (decimal)perDay[s.First..s.Second].Sum();
                return s.First < merger ? new[] { ("spent", Old1, days, sum / 4), ("spent", Old2, days, sum - (sum / 4)) } : [("spent", Merged, days, sum)];
            });
            return Reported(2025, [.. pieces]).ValueOf("spent", Key(Merged)).Figure!.Value == Fraction.Of(perDay.Sum());
        }).QuickCheckThrowOnFailure();
}
