using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Server.Samples;

/// <summary>One theme carried out by one province.</summary>
/// <param name="Number">From 1, in the order of the themes.</param>
internal sealed record SampleProject(SampleProvince Province, SampleTheme Theme, int Number)
{
    private const long Million = 1_000_000;

    public ProjectKey Key => new(Province.Unit, string.Create(CultureInfo.InvariantCulture, $"MAU-{Number:000}"));

    /// <summary>Decided for the fiscal year.</summary>
    public Money Decided => Part(Province.Dx, Theme.Weight);

    /// <summary>Paid in the fiscal year so far.</summary>
    public Money Executed => Part(Decided, Theme.Course switch
    {
        SampleCourse.Finished => 98,
        SampleCourse.OnTime => 64,
        SampleCourse.Slow => 21,
        SampleCourse.Paused => 9,
        _ => 0,
    });

    /// <summary>For the whole life of the project: more than one year's money.</summary>
    public Money Ceiling => Part(Decided, Theme.Course is SampleCourse.Finished ? 100 : 160);

    public ProjectProfile Profile => new(
        $"{Theme.Name} ({Province.Short}, minh họa)",
        Theme.Owner,
        Theme.Pillar,
        Theme.Category,
        Theme.Form,
        Province.Regime,
        [new FundingSource(FundingKind.State, "Ngân sách địa phương", Ceiling)])
    {
        Description = "Dữ liệu minh họa do phần mềm tạo ra; không phải dự án có thật. / Illustrative data made by the program; not a real project.",
        Systems = Theme.System is null ? [] : [Theme.System],
    };

    public static IReadOnlyList<SampleProject> All { get; } =
        [.. SampleProvince.All.SelectMany(province => SampleTheme.All.Select((theme, i) => new SampleProject(province, theme, i + 1)))];

    /// <summary>The same theme in another province.</summary>
    public SampleProject In(string code) => All.First(p => p.Province.Unit.Code == code && p.Theme == Theme);

    public static Money Part(Money whole, int percent) => new(whole.Vnd / 100 * percent / Million * Million);
}
