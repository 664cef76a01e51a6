using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Provinces;

/// <summary>With the real figures of the provinces folder.</summary>
public sealed class PublishedTotalsTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_totals_fill_gaps_once_and_never_touch_what_a_province_keeps()
    {
        var host = server.Services.GetRequiredService<GrainHost>();
        Task SendAsync(ProvinceCommand command) => host.SendAsync(ProvinceGrain.Type, "79@origin", command, BudgetNode.Envelope(), Ct);
        await SendAsync(new ProvinceCommand.OpenFiscalYear(2021, null, null));
        await SendAsync(new ProvinceCommand.RecordTotal(2021, BudgetStage.Decided, "B46", new Money(97_000_000_000_000), Origin.Entered, "Sở Tài chính"));
        await SendAsync(new ProvinceCommand.OpenFiscalYear(2020, null, null));
        await SendAsync(new ProvinceCommand.CloseFiscalYear(2020));
        var totals = server.Services.GetRequiredService<PublishedTotals>();
        var book = ProvinceBookReader.Read(ProvinceFolder.Find()!).Book!;

        await totals.FillAsync(book, Ct);
        var events = await CountAsync();
        await totals.FillAsync(book, Ct);

        Assert.Equal(events, await CountAsync());
        Assert.Equal((99_669_494_000_000, "imported"), await TotalAsync("79@origin", 2022));
        Assert.Equal((29_106_050_000_000, "imported"), await TotalAsync("75@origin", 2020));
        Assert.Equal((97_000_000_000_000, "entered"), await TotalAsync("79@origin", 2021));
        Assert.Null(await TotalAsync("79@origin", 2020));   // closed by the province
        Assert.Null(await TotalAsync("75@origin", 2021));   // published a million times too small: not in use
    }

    private async Task<long> CountAsync()
    {
        await using var command = server.DataSource.CreateCommand("select count(*) from event");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<(long Vnd, string Origin)?> TotalAsync(string unit, int year)
    {
        await using var command = server.DataSource.CreateCommand(
            "select amount_vnd, origin from fiscal_year_total where unit = $1 and fiscal_year = $2 and stage = 'decided' and form = 'B46'");
        command.Parameters.Add(new NpgsqlParameter { Value = unit });
        command.Parameters.Add(new NpgsqlParameter { Value = year });
        await using var reader = await command.ExecuteReaderAsync(Ct);
        return await reader.ReadAsync(Ct) ? (reader.GetInt64(0), reader.GetString(1)) : null;
    }
}
