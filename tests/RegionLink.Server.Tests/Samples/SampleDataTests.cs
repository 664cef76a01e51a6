using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.EventLog;
using RegionLink.Server.Samples;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Samples;

/// <summary>The made-up data of <c>up</c>.</summary>
public sealed class SampleDataTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Samples_are_all_marked_and_written_once_however_often_they_are_sent()
    {
        var samples = ActivatorUtilities.CreateInstance<SampleData>(server.Services);
        await samples.WriteAsync(default);
        var once = await server.Services.GetRequiredService<LogVerifier>().VerifyAsync(default);

        await samples.WriteAsync(default);

        var twice = await server.Services.GetRequiredService<LogVerifier>().VerifyAsync(default);
        Assert.Equal(once.Events, twice.Events);
        Assert.Empty(twice.Faults);
        foreach (var table in (string[])["project", "budget_line", "fiscal_year_total"])
        {
            Assert.True(await CountAsync($"select count(*) from {table}") > 0, $"{table} is empty");
            Assert.Equal(0, await CountAsync($"select count(*) from {table} where not illustrative"));
        }
    }

    [Fact]
    public void The_themes_share_out_the_whole_of_a_provinces_money() =>
        Assert.Equal(100, SampleTheme.All.Sum(theme => theme.Weight));

    private async Task<long> CountAsync(string sql)
    {
        await using var command = server.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
