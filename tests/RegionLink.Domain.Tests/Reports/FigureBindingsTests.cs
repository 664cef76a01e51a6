using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;

namespace RegionLink.Domain.Tests.Reports;

public sealed class FigureBindingsTests
{
    private static readonly CommandContext Now = new(ReportExamples.Approver, new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero));

    private static readonly BindingCommand.Bind OnlineDossiers = new("online_dossiers", "hcm-dossiers", "Kết nối tháng 11", MetricKnown: true);

    [Fact]
    public void A_metric_is_bound_rebound_and_released()
    {
        var bound = After(FigureBindings.Initial, OnlineDossiers);
        Assert.Equal(new FigureBinding("hcm-dossiers", "Kết nối tháng 11"), bound.Metrics["online_dossiers"]);
        Assert.Empty(FigureBindings.Decide(bound, OnlineDossiers, Now).Events);

        var rebound = After(bound, OnlineDossiers with { System = "hcm-dossiers-2" });
        Assert.Equal("hcm-dossiers-2", rebound.Metrics["online_dossiers"].System);
        Assert.Empty(After(rebound, new BindingCommand.Release("online_dossiers", "Ngừng kết nối")).Metrics);
        Assert.Empty(FigureBindings.Decide(FigureBindings.Initial, new BindingCommand.Release("online_dossiers", ""), Now).Events);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var decision = FigureBindings.Decide(
            FigureBindings.Initial, OnlineDossiers with { System = " ", Reason = "", MetricKnown = false }, Now);

        Assert.Equal(
            ["binding.reason-missing", "binding.metric-unknown", "binding.system-missing"], decision.Refusals.Select(r => r.Code));
    }

    private static FigureBindings After(FigureBindings bindings, BindingCommand command)
    {
        var decision = FigureBindings.Decide(bindings, command, Now);
        Assert.Empty(decision.Refusals);
        return decision.Events.Aggregate(bindings, FigureBindings.Evolve);
    }
}
