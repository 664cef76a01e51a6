using System.Collections.Immutable;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Budgets;

namespace RegionLink.Server.Samples;

/// <summary>A budget line of the samples.</summary>
internal sealed record SampleLine(string Number, NewBudgetLine Line)
{
    private const string Source = "Dữ liệu minh họa / illustrative data";

    /// <summary>One line for each project, and one of each kind that must not count: socialised money, not digital, a heading with parts.</summary>
    public static IEnumerable<SampleLine> Of(SampleProvince province)
    {
        foreach (var project in SampleProject.All.Where(p => p.Province == province))
        {
            yield return new($"MAU-{project.Number:000}", new NewBudgetLine(
                project.Theme.Name, project.Key.ToString(), Parent: null,
                new Classification(Funding.State, project.Theme.Category, Dx: true, "Dự án chuyển đổi số (minh họa)", SpendingFloor.OnePercent),
                project.Executed > Money.Zero ? Amounts(project.Decided, project.Executed) : Amounts(project.Decided, null),
                Illustrative: true));
        }

        var small = SampleProject.Part(province.Dx, 3);
        yield return new("MAU-101", new NewBudgetLine(
            "Doanh nghiệp đồng hành phổ cập kỹ năng số", Project: null, Parent: null,
            new Classification(Funding.NonState, ActivityCategory.A08, Dx: true, "Nguồn xã hội hóa: được ghi nhận, không tính vào tỷ lệ", SpendingFloor.None),
            Amounts(small, null), Illustrative: true));
        yield return new("MAU-102", new NewBudgetLine(
            "Mua sắm trang thiết bị văn phòng", Project: null, Parent: null,
            new Classification(Funding.State, Category: null, Dx: false, "Không thuộc mười hai hoạt động của Điều 4", SpendingFloor.None),
            Amounts(small, small), Illustrative: true));
        yield return new("MAU-200", new NewBudgetLine(
            "Hoạt động khoa học, công nghệ và đổi mới sáng tạo", Project: null, Parent: null,
            new Classification(Funding.State, Category: null, Dx: null, Ground: null, SpendingFloor.None),
            [], Illustrative: true));
        yield return new("MAU-201", new NewBudgetLine(
            "Nhiệm vụ khoa học và công nghệ cấp tỉnh", Project: null, $"{province.Unit}/{SampleProvince.Year}/MAU-200",
            new Classification(Funding.State, Category: null, Dx: false, "Nhiệm vụ khoa học không thuộc chuyển đổi số", SpendingFloor.ThreePercent),
            Amounts(small, null), Illustrative: true));
    }

    private static ImmutableArray<StageAmount> Amounts(Money decided, Money? executed) => executed is { } paid
        ? [new(BudgetStage.Decided, decided, Origin.Entered, Source), new(BudgetStage.Executed, paid, Origin.Entered, Source)]
        : [new(BudgetStage.Decided, decided, Origin.Entered, Source)];
}
