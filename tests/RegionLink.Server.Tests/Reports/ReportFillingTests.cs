using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.Provinces;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Budgets;
using static RegionLink.Server.Tests.Reports.ReportServer;

namespace RegionLink.Server.Tests.Reports;

/// <summary>Where figures come from: the platform, a connected system, people; and the question about their scale.</summary>
public sealed class ReportFillingTests(ReportServer server) : IClassFixture<ReportServer>
{
    [Fact]
    public async Task What_the_platform_holds_is_filled_in_and_not_typed_again()
    {
        await HoldBudgetAsync(2026);
        await ObserveAsync(OnlineFiles, "2026", 91.5m);
        var period = await server.OpenAsync(about: "2026");

        var held = await OkAsync(server.Reporter.GetAsync(Address(period, "/prefill")));
        Assert.Equal(2, held.GetProperty("held").GetArrayLength());
        await PostAsync(server.Reporter, period, "/prefill");

        var report = await DetailAsync(server.Reporter, period);
        var (share, files) = (FigureOf(report, Share).GetProperty("figure"), FigureOf(report, OnlineFiles).GetProperty("figure"));
        Assert.Equal((1.5m, "computed", "budget lines and total B46 of 2026, decided"), (
            share.GetProperty("value").GetDecimal(), share.GetProperty("origin").GetString(), share.GetProperty("source").GetString()));
        Assert.Equal((91.5m, "imported", "Sở Nội vụ"), (
            files.GetProperty("value").GetDecimal(), files.GetProperty("origin").GetString(), files.GetProperty("source").GetString()));
        Assert.Equal(JsonValueKind.Null, FigureOf(report, Sites).GetProperty("figure").ValueKind);

        // What a computed figure says is not overridden without a word.
        Assert.Equal(
            ["figure.change-needs-reason"],
            await RefusedAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Share, 1.4m) } })));
    }

    [Fact]
    public async Task A_metric_bound_to_a_system_arrives_with_its_key_or_not_at_all()
    {
        var period = await server.OpenAsync();
        var (id, secret) = await server.Server.KeyAsync(City, TimeSpan.FromDays(30), Right.EnterFigures);
        var (_, otherSecret) = await server.Server.KeyAsync(City, TimeSpan.FromDays(30), Right.EnterFigures);
        using var system = server.Server.WithKey(secret);
        using var other = server.Server.WithKey(otherSecret);
        var actor = await ActorOfAsync(system);
        var binding = $"/api/v1/figure-bindings/{City}/{Sites}";
        await OkAsync(server.Approver.PutAsJsonAsync(binding, new { system = actor, reason = "Kết nối tháng 11" }));
        try
        {
            var figure = new { figures = new object[] { new { metric = Sites, value = 20, unitOfMeasure = "sites", source = "bản ghi 17" } } };

            Assert.Equal(["figure.bound-to-system"], await RefusedAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), figure)));
            Assert.Equal(["figure.other-system"], await RefusedAsync(other.PutAsJsonAsync(Address(period, "/figures"), figure)));
            var answer = await OkAsync(system.PutAsJsonAsync(Address(period, "/figures"), figure));
            Assert.Equal(("connected", "bản ghi 17"), (
                FigureOf(answer, Sites).GetProperty("origin").GetString(), FigureOf(answer, Sites).GetProperty("source").GetString()));
            Assert.Equal(actor, FigureOf(await DetailAsync(server.Reporter, period), Sites).GetProperty("boundTo").GetString());

            // Another value upstream shows, and waits for a person.
            var changed = new { figures = new object[] { new { metric = Sites, value = 23, unitOfMeasure = "sites", source = "bản ghi 18" } } };
            await OkAsync(system.PutAsJsonAsync(Address(period, "/figures"), changed));
            var shown = FigureOf(await DetailAsync(server.Reporter, period), Sites).GetProperty("figure");
            Assert.Equal((20m, 23m, "bản ghi 18"), (
                shown.GetProperty("value").GetDecimal(),
                shown.GetProperty("difference").GetProperty("value").GetDecimal(),
                shown.GetProperty("difference").GetProperty("source").GetString()));

            var taken = await PostAsync(server.Reporter, period, "/accepted-differences", new { metric = Sites, why = "Bổ sung trang của cấp xã" });
            Assert.Equal((23m, "connected", JsonValueKind.Null), (
                FigureOf(taken, Sites).GetProperty("value").GetDecimal(),
                FigureOf(taken, Sites).GetProperty("origin").GetString(),
                FigureOf(taken, Sites).GetProperty("difference").ValueKind));
            var after = FigureOf(await DetailAsync(server.Reporter, period), Sites).GetProperty("figure");
            Assert.Equal((23m, JsonValueKind.Null), (after.GetProperty("value").GetDecimal(), after.GetProperty("difference").ValueKind));
            Assert.Equal(
                ["figure.no-difference"],
                await RefusedAsync(server.Reporter.PostAsJsonAsync(Address(period, "/accepted-differences"), new { metric = Sites })));
        }
        finally
        {
            await OkAsync(server.Approver.PostAsJsonAsync($"{binding}/release", new { reason = "Hết thử nghiệm" }));
        }

        await OkAsync(server.Reporter.PutAsJsonAsync(
            Address(period, "/figures"), new { figures = new[] { Figure(Sites, 21, "Hệ thống ngừng kết nối") } }));
    }

    [Fact]
    public async Task A_jump_of_scale_against_the_own_history_waits_for_a_persons_answer()
    {
        await ObserveAsync(Sites, "2020", 14);
        var period = await server.OpenAsync();
        var filled = await server.FillAsync(period, sites: 14_000);

        var question = FigureOf(filled, Sites).GetProperty("scaleQuestion");
        Assert.Equal((1_000, true, 14m), (
            question.GetProperty("factor").GetInt32(), question.GetProperty("up").GetBoolean(), question.GetProperty("against").GetDecimal()));
        Assert.Equal(["figure.scale-question-open"], await RefusedAsync(server.Approver.PostAsJsonAsync(Address(period, "/approval"), new { })));

        await PostAsync(server.Reporter, period, "/scale-answers", new { metric = Sites, answer = "Từ kỳ này tính cả trang của cấp xã" });
        await server.ApproveAsync(period);
        Assert.Equal(
            "Từ kỳ này tính cả trang của cấp xã",
            FigureOf(await DetailAsync(server.Reporter, period), Sites).GetProperty("figure").GetProperty("scaleQuestion").GetProperty("answer").GetString());
    }

    private static async Task<string> ActorOfAsync(HttpClient system)
    {
        var session = await OkAsync(system.GetAsync("/api/v1/session"));
        return session.GetProperty("actor").GetString()!.Split(':')[^1];
    }

    /// <summary>1.5 % of the decided budget is for DX.</summary>
    private async Task HoldBudgetAsync(int year)
    {
        var (services, ct) = (server.Server.Services, TestContext.Current.CancellationToken);
        var host = services.GetRequiredService<GrainHost>();
        foreach (var command in new ProvinceCommand[]
        {
            new ProvinceCommand.OpenFiscalYear(year, null, null, false),
            new ProvinceCommand.RecordTotal(year, BudgetStage.Decided, "B46", new Money(1_000_000_000_000), Origin.Entered, "Nghị quyết", Illustrative: false),
        })
        {
            Assert.IsType<GrainAnswer<Province>.Done>(await host.SendAsync(ProvinceGrain.Type, City, command, BudgetNode.Envelope(), ct));
        }

        Assert.IsType<GrainAnswer<BudgetLine>.Done>(await services.GetRequiredService<BudgetLines>().RecordAsync(
            new BudgetLineKey(UnitKey.Parse(City), year, "CDS-1"),
            new NewBudgetLine("Nền tảng số", null, null, BudgetNode.StateDx, BudgetNode.Decided(15_000_000_000)),
            BudgetNode.Envelope(),
            ct));
    }

    private async Task ObserveAsync(string metric, string period, decimal value)
    {
        var (services, ct) = (server.Server.Services, TestContext.Current.CancellationToken);
        var reference = await services.GetRequiredService<ReferenceCache>().GetAsync(ct);
        var sheet = ObservationEntry.Read(
            [new(metric, City, period, value.ToString(CultureInfo.InvariantCulture), metric == Sites ? "sites" : "percent", "Sở Nội vụ")],
            new ObservationVocabulary(reference.Metrics, reference.Lineage));
        var answer = await services.GetRequiredService<ObservationBatches>().RecordAsync(
            sheet, new ObservationBatch($"{metric} {period}", null, Origin.Imported, Published: true, Illustrative: false), BudgetNode.Envelope(), ct);
        Assert.IsType<BatchAnswer.Recorded>(answer);
    }
}
