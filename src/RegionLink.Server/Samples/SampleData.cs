using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Provinces;

namespace RegionLink.Server.Samples;

/// <summary>
/// Made-up projects and budgets to look around with, all marked illustrative, sent through the same grains as anybody's data. Made by
/// <c>up</c> only; sending them again changes nothing.
/// </summary>
public sealed class SampleData(GrainHost host, BudgetLines lines)
{
    private const string TotalForm = "B46";
    private const string TotalSource = "Dữ liệu minh họa / illustrative data";

    public async Task WriteAsync(CancellationToken ct)
    {
        await Task.WhenAll(SampleProject.All.Select(project => SendAsync(project, SampleProjectScript.Of(project), ct)));
        await Task.WhenAll(SampleProject.All.Select(project => SendAsync(project, SampleProjectScript.LinksOf(project), ct)));
        await Task.WhenAll(SampleProvince.All.Select(province => BudgetAsync(province, ct)));
    }

    private async Task SendAsync(SampleProject project, IEnumerable<SampleStep> steps, CancellationToken ct)
    {
        var key = project.Key.ToString();
        foreach (var step in steps)
        {
            var answer = await host.SendAsync(ProjectGrain.Type, key, step.Command, SampleWriter.Envelope($"project/{key}", step.Step, step.By, step.On), ct);
            SampleWriter.MustBeDone(answer, key, step.Step);
        }
    }

    private async Task BudgetAsync(SampleProvince province, CancellationToken ct)
    {
        const int year = SampleProvince.Year;
        var day = province.ExistsFrom > new DateOnly(year, 1, 5) ? province.ExistsFrom : new DateOnly(year, 1, 5);
        await ProvinceAsync("open-2026", new ProvinceCommand.OpenFiscalYear(year, province.ExistsFrom, ExistsUntil: null, Illustrative: true));
        await ProvinceAsync("total-2026", new ProvinceCommand.RecordTotal(
            year, province.TotalStage, TotalForm, province.Total, Origin.Entered, TotalSource, Illustrative: true));

        if (province.Open)
        {
            await ProvinceAsync("share", new ProvinceCommand.SetSharing(new Dictionary<SharedKind, SharingLevel>
            {
                [SharedKind.Projects] = SharingLevel.Public,
                [SharedKind.BudgetLines] = SharingLevel.Public,
            }));
        }

        // A heading comes before its parts.
        var all = SampleLine.Of(province).ToList();
        await Task.WhenAll(all.Where(l => l.Line.Parent is null).Select(LineAsync));
        await Task.WhenAll(all.Where(l => l.Line.Parent is not null).Select(LineAsync));

        async Task ProvinceAsync(string step, ProvinceCommand command)
        {
            var key = ProvinceGrain.KeyOf(province.Unit);
            var answer = await host.SendAsync(ProvinceGrain.Type, key, command, SampleWriter.Envelope($"province/{key}", step, province.Approver, day), ct);
            SampleWriter.MustBeDone(answer, key, step);
        }

        async Task LineAsync(SampleLine line)
        {
            var key = new BudgetLineKey(province.Unit, year, line.Number);
            var answer = await lines.RecordAsync(key, line.Line, SampleWriter.Envelope($"budget-line/{key}", "record", province.Reporter, day), ct);
            SampleWriter.MustBeDone(answer, key.ToString(), "record");
        }
    }
}
