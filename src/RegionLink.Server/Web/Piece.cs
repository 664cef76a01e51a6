using Microsoft.AspNetCore.Components;

namespace RegionLink.Server.Web;

/// <summary>What pages and their parts are made of: a component that knows its reader.</summary>
public abstract class Piece : ComponentBase
{
    private const string ProvinceWord = " Province";

    [Inject]
    public View View { get; set; } = null!;

    protected Formats F => View.Format;

    protected string T(Text text) => View.T(text);

    protected string T(Text text, params object?[] values) => View.T(text, values);

    protected string T(Domain.Common.Refusal refusal) => View.T(refusal);

    /// <summary>The unit's name in the reader's language, in full: <c>Thành phố Đồng Nai</c>.</summary>
    protected string NameOf(Domain.Units.Unit unit) => View.Language is Language.English ? unit.NameEn : unit.FullNameVi;

    /// <summary>Without the word for the kind, for tight places; a city of that name (Ho Chi Minh City) keeps it in English.</summary>
    protected string ShortNameOf(Domain.Units.Unit unit) =>
        View.Language is not Language.English ? unit.NameVi : unit.NameEn.EndsWith(ProvinceWord, StringComparison.Ordinal) ? unit.NameEn[..^ProvinceWord.Length] : unit.NameEn;

    protected string NameOf(Domain.Metrics.Metric metric) => View.Language is Language.English ? metric.NameEn : metric.NameVi;
}
