using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.CommandLine;

/// <summary>The commands an operator runs on a database of their own.</summary>
public sealed class CommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Serving_without_a_database_says_where_to_name_one()
    {
        await using var serve = RegionLinkProcess.Start("serve", "--port", "0");

        Assert.Equal(3, await serve.EndAsync());
        Assert.Contains("REGIONLINK_DB", serve.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_an_outage_said_without_a_stack_trace()
    {
        await using var migrate = RegionLinkProcess.Start("Host=127.0.0.1;Port=1;Username=x;Password=s3cret;Database=x", ["migrate"]);

        Assert.Equal(3, await migrate.EndAsync());
        Assert.StartsWith("Không dùng được cơ sở dữ liệu", migrate.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", migrate.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", migrate.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_connection_string_is_said_and_never_quoted()
    {
        await using var migrate = RegionLinkProcess.Start("postgres://x:s3cret@db", ["migrate"]);

        Assert.Equal(3, await migrate.EndAsync());
        Assert.Contains("Host=db.example.org", migrate.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", migrate.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", migrate.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_words_and_once()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using var serve = RegionLinkProcess.Start(await postgres.CreateEmptyAsync(), ["serve", "--host", "127.0.0.1", "--port", port]);

        Assert.Equal(3, await serve.EndAsync());
        Assert.Contains("Another program uses the port", serve.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AddressInUseException", serve.Output + serve.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("BackgroundService", serve.Output + serve.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_migrated_once()
    {
        var database = await postgres.CreateEmptyAsync();
        await using var first = RegionLinkProcess.Start(database, ["migrate"]);
        Assert.Equal(0, await first.EndAsync());

        await using var second = RegionLinkProcess.Start(database, ["migrate"]);

        Assert.Equal(0, await second.EndAsync());
        Assert.Contains("0001_event_log.sql", first.Output, StringComparison.Ordinal);
        Assert.Contains("Applied 0 schema changes.", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_a_command_and_a_server_misses_one()
    {
        var database = await postgres.CreateEmptyAsync();
        await using var serve = RegionLinkProcess.Start(database, ["serve", "--port", "0"]);
        await serve.SaysAsync("regionlink admin create");

        await using var create = RegionLinkProcess.Start(database, ["admin", "create", "quan-tri"]);
        Assert.Equal(0, await create.EndAsync());
        Assert.Matches(@"\n  quan-tri   \S{20,}\n", create.Output);

        await using var again = RegionLinkProcess.Start(database, ["admin", "create", "quan-tri"]);
        Assert.Equal(1, await again.EndAsync());
        Assert.Contains("quan-tri", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_folder_and_a_named_database_are_not_mixed()
    {
        await using var up = RegionLinkProcess.Start("Host=127.0.0.1;Database=x", ["up", "--fresh"]);

        Assert.Equal(3, await up.EndAsync());
        Assert.Contains("--fresh", up.Errors, StringComparison.Ordinal);
    }
}
