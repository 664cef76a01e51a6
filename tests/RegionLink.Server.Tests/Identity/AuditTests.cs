using System.Net;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

public sealed class AuditTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    [Fact]
    public async Task Reads_and_sign_ins_of_a_unit_s_people_are_seen_by_its_administrators_and_the_region_s_only()
    {
        using var own = await server.SignedInAsync(IdentityServer.Hcmc, Role.Administrator);
        using var other = await server.SignedInAsync(IdentityServer.DongNai, Role.Administrator);
        using var region = await server.SignedInAsync(null, Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/api/v1/accounts?limit=7")).StatusCode);

        Assert.Contains("/api/v1/accounts?limit=7", await ReadsAsync(own, atLeast: 1));
        Assert.Contains("/api/v1/accounts?limit=7", await ReadsAsync(region, atLeast: 1));
        Assert.DoesNotContain("/api/v1/accounts?limit=7", await ReadsAsync(other, atLeast: 1));
    }

    [Fact]
    public async Task What_anonymous_readers_see_is_public_and_leaves_no_line()
    {
        using var nobody = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live?marked")).StatusCode);
        using var somebody = await server.SignedInAsync(null, Role.Administrator);

        var reads = await ReadsAsync(somebody, atLeast: 1);

        Assert.DoesNotContain("/health/live?marked", reads);
    }

    [Fact]
    public async Task Following_what_changes_is_no_read_and_reading_it_is()
    {
        using var somebody = await server.SignedInAsync(null, Role.Coordinator);
        using var administrator = await server.SignedInAsync(null, Role.Administrator);
        using (var stream = await somebody.GetAsync("/api/v1/changes?kinds=period", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await somebody.GetAsync("/api/v1/changes/since/0-0?followed")).StatusCode);

        // Lines come in the order of the answers: with the later one there, the earlier is there or never was.
        var reads = await ReadsAsync(administrator, atLeast: 1, with: "/api/v1/changes/since/0-0?followed");

        Assert.DoesNotContain("/api/v1/changes?kinds=period", reads);
    }

    [Fact]
    public async Task Lines_of_the_access_log_cannot_be_changed()
    {
        await server.AccountAsync(null, Role.Researcher);
        await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString);

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => source.CreateCommand("update access_log set actor = 'user:somebody-else'").ExecuteNonQueryAsync());
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => source.CreateCommand("delete from access_log").ExecuteNonQueryAsync());
    }

    /// <summary>Addresses read, newest first; lines are written a moment after the answer, so it waits for that many and for the one named.</summary>
    private static async Task<IReadOnlyList<string>> ReadsAsync(HttpClient administrator, int atLeast, string? with = null)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await administrator.GetAsync("/api/v1/audit?kind=read&limit=500");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var subjects = (await answer.JsonAsync()).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("subject").GetString()!).ToList();
            if (subjects.Count >= atLeast && tries > 2 && (with is null || subjects.Contains(with)))
            {
                return subjects;
            }

            Assert.True(tries < 100, "The lines of the access log did not come.");
            await Task.Delay(50);
        }
    }
}
