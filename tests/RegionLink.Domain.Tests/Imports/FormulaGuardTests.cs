using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Imports;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 28 3829 1111")]
    [InlineData("-5%")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝cmd")]
    public void A_text_that_starts_a_formula_is_written_behind_an_apostrophe(string text) =>
        Assert.Equal("'" + text, FormulaGuard.Protect(text));

    [Theory]
    [InlineData("")]
    [InlineData("Xây dựng = nâng cấp")]
    [InlineData("'trích dẫn'")]
    [InlineData("'")]
    public void Other_texts_are_written_as_they_are(string text) => Assert.Equal(text, FormulaGuard.Protect(text));

    [Fact]
    public void Every_text_survives_the_way_out_and_back()
    {
        var text = Gen.Elements('\'', '=', '+', '-', '@', '\t', '\r', 'a', '1', 'ệ').ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        Prop.ForAll(text, t => FormulaGuard.Restore(FormulaGuard.Protect(t)) == t).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_written_starts_a_formula()
    {
        var text = Gen.Elements('\'', '=', '+', '-', '@', 'a').ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        Prop.ForAll(text, t => !"=+-@".Contains(FormulaGuard.Protect(t).FirstOrDefault('x'))).QuickCheckThrowOnFailure();
    }
}
