using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.CommandLine;

/// <summary><c>regionlink verify</c> over a database with observations.</summary>
public sealed class VerifyTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task An_observation_altered_behind_the_platform_is_found_with_its_batch()
    {
        await using (var intact = RegionLinkProcess.Start(published.Server.ConnectionString, ["verify"]))
        {
            Assert.Equal(0, await intact.EndAsync());
            Assert.Contains("batches of observations: intact", intact.Output, StringComparison.Ordinal);
        }

        await using (var alter = published.Server.DataSource.CreateCommand("update observation set value = value + 1 where id = (select min(id) from observation)"))
        {
            Assert.Equal(1, await alter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await using var verify = RegionLinkProcess.Start(published.Server.ConnectionString, ["verify"]);
        Assert.Equal(1, await verify.EndAsync());
        Assert.Contains("observation-batch/", verify.Errors, StringComparison.Ordinal);
        Assert.Contains("1 altered", verify.Output, StringComparison.Ordinal);
    }
}
