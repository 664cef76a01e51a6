using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;

namespace RegionLink.Domain.Tests.Targets;

public sealed class ExactShareTests
{
    [Fact]
    public void A_share_reaches_one_percent_exactly_when_a_hundred_times_the_part_reaches_the_whole() => Prop.ForAll(
        Amounts(), Amounts(),
        (part, whole) => Measurement.OfShare(part, whole).Value >= Fraction.Of(1) == ((Int128)part * 100 >= whole))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_the_missing_dong_reaches_the_goal_and_one_less_does_not() => Prop.ForAll(
        Amounts(), Amounts(), Gen.Choose(1, 99_999).Select(n => n / 1000m).ToArbitrary(),
        (part, whole, percent) =>
        {
            var goal = new Goal(GoalDirection.AtLeast, percent);
            var gap = Judge.Of(
                goal, new TargetValidity(null, null, Due.EachYear(1)), Trajectory.None, Measurement.OfShare(part, whole),
                new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), new DateOnly(2026, 1, 1)).GapVnd!.Value.Vnd;
            bool Reached(long dx) => goal.Accepts(Measurement.OfShare(dx, whole).Value);
            return Reached(part - gap) && !Reached(part - gap - 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_share_of_a_region_lies_between_the_shares_of_its_provinces() => Prop.ForAll(
        Amounts(), Amounts(), Amounts().Generator.Two().ToArbitrary(),
        (part, whole, other) =>
        {
            // Sums of three amounts of at most 10^17 stay inside 64 bits.
            var first = Share(part, whole);
            var second = Share(other.Item1, other.Item2);
            var region = Share(part + other.Item1, whole + other.Item2);
            return (first < second ? first : second) <= region && region <= (first < second ? second : first);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 3, "33.333333333333")]
    [InlineData(2, 3, "66.666666666667")]
    [InlineData(97, 10_000, "0.97")]
    public void A_share_is_shown_to_twelve_places(long part, long whole, string shown) =>
        Assert.Equal(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), Measurement.OfShare(part, whole).Value.Rounded(12));

    [Fact]
    public void The_largest_decimals_are_exact() =>
        Assert.True(Fraction.Of(decimal.MaxValue) - Fraction.Of(decimal.MaxValue - 1) == Fraction.Of(1));

    private static Fraction Share(long part, long whole) => Measurement.OfShare(part, whole).Value;

    private static Arbitrary<long> Amounts() => Gen.Choose(1, int.MaxValue)
        .SelectMany(_ => Gen.Choose(1, 40_000_000), (low, high) => Math.Max(1, (long)low * high)).ToArbitrary();
}
