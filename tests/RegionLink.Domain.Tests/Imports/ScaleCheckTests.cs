using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Imports;

public sealed class ScaleCheckTests
{
    private static readonly ImportColumn Decided = SampleTemplate.Lines.Column("decided");
    private static readonly decimal[] Usual = [800_000_000, 1_200_000_000, 2_000_000_000, 5_000_000_000, 40_000_000];

    [Fact]
    public void A_row_a_million_times_its_own_past_asks()
    {
        var question = Assert.Single(ScaleCheck.Ask(Decided, [new("C2", 1_500, 1_400_000_000), new("C3", 7, 7)], []));
        Assert.Equal("scale/decided/1000000/down", question.Id);
        Assert.Equal(["C2"], question.Cells);
        Assert.Contains("C2", question.Text(Language.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void One_question_covers_all_cells_of_a_column_that_jump_the_same_way() =>
        Assert.Equal(["C2", "C3"], Assert.Single(ScaleCheck.Ask(Decided, [new("C2", 2_000, 2_000_000), new("C3", 5_000, 5_000_000)], [])).Cells);

    [Fact]
    public void A_file_of_new_rows_is_held_against_what_the_column_usually_has() =>
        Assert.Equal(3, Assert.Single(ScaleCheck.Ask(Decided, [new("C2", 900, null), new("C3", 1_500, null), new("C4", 3_000, null)], Usual)).Cells.Count);

    [Fact]
    public void New_rows_far_from_all_the_others_ask() =>
        Assert.Equal(["C4", "C6"], Assert.Single(ScaleCheck.Ask(
            Decided,
            [new("C2", 900_000_000, null), new("C3", 1_500_000_000, null), new("C4", 1_100, null), new("C5", 3_000_000_000, null), new("C6", 1_300, null)],
            Usual)).Cells);

    [Fact]
    public void Amounts_that_merely_differ_ask_nothing() => Assert.Empty(ScaleCheck.Ask(
        Decided,
        [new("C2", 9_000_000, null), new("C3", 150_000_000, null), new("C4", 2_000_000_000, null), new("C5", 30_000_000_000, null), new("C6", 20, 2)],
        Usual));

    [Fact]
    public void A_few_rows_without_a_past_ask_nothing() => Assert.Empty(ScaleCheck.Ask(Decided, [new("C2", 1_000, null), new("C3", 1_000_000, null)], []));

    [Fact]
    public void Zero_is_no_jump() => Assert.Empty(ScaleCheck.Ask(Decided, [new("C2", 0, 5_000_000), new("C3", 0, null)], Usual));
}
