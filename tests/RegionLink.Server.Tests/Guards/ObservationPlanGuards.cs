using Npgsql;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Guards;

/// <summary>What is asked of observations most can be answered by their indexes; on a small table the planner would not need to, so it may not read it whole.</summary>
public sealed class ObservationPlanGuards(PostgresFixture postgres)
{
    [Theory]
    [InlineData("o.holds", "observation_now")]
    [InlineData("not o.holds", "observation_before")]
    public async Task The_values_of_a_unit_and_metric_are_found_by_an_index(string condition, string index)
    {
        await using var dataSource = NpgsqlDataSource.Create(await postgres.CloneAsync());
        await using var connection = await dataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var setting = new NpgsqlCommand("set enable_seqscan = off", connection))
        {
            await setting.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var explain = new NpgsqlCommand(
            $"explain select o.value from observation_row o where {condition} and o.unit = '79@2025-07-01' and o.metric = 'population' order by o.period_end desc, o.id limit 51", connection);
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = "";
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan += reader.GetString(0) + "\n";
        }

        Assert.Contains(index, plan, StringComparison.Ordinal);
    }
}
