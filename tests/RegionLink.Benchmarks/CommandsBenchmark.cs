using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RegionLink.Server.Identity;

namespace RegionLink.Benchmarks;

/// <summary>
/// Durable commands through HTTP against pgbench doing the same two statements (the event, the row of the read table, same content) in
/// one transaction per command on the same server. 64 clients each; wrk sends the HTTP.
/// </summary>
internal static partial class CommandsBenchmark
{
    private const int Clients = 64;

    public static async Task RunAsync(BenchServer server, Report report, int seconds)
    {
        var key = await server.KeyAsync(BenchServer.Unit, Right.WriteProjects);
        await SendOneAsync(server, key);
        var peerScript = await PeerScriptAsync(server);
        await OursAsync(server, key, 2 * seconds, round: 0);   // not counted: the just-in-time compiler is at work

        var ratios = new List<double>();
        for (var round = 1; round <= 3; round++)
        {
            var start = server.Spent();
            var peer = await PeerAsync(server, peerScript, seconds);
            var between = server.Spent();
            var ours = await OursAsync(server, key, seconds, round);
            var end = server.Spent();
            ratios.Add(ours / peer);
            report.Add("durable commands, 64 clients", $"round {round}", $"{ours:N0}/s", $"pgbench {peer:N0}/s", ours / peer, ">= 2");
            report.Note($"processor time per command: ours {(end - between).Per(ours * seconds)}; pgbench {(between - start).Per(peer * seconds)}");
        }

        report.Add("durable commands, 64 clients", "median", "", "", ratios.Order().ElementAt(1), ">= 2");
    }

    private static async Task<double> OursAsync(BenchServer server, string key, int seconds, int round)
    {
        var before = await CountAsync(server);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $$"""
            local thread = 0
            function setup(t) t:set("id", thread); thread = thread + 1 end
            local n = 0
            function request()
              n = n + 1
              local body = string.format('{{ProjectBody.For("R%d-%d-%d")}}', {{round}}, id, n)
              return wrk.format("POST", "/api/v1/projects", { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer {{key}}" }, body)
            end
            local bad = 0
            function response(status) if status ~= 201 then bad = bad + 1; if bad < 3 then print("status " .. status) end end end
            """);
        var output = await Tool.RunAsync("wrk", "wrk", null, new Dictionary<string, string>(), "-t1", $"-c{Clients}", $"-d{seconds}s", "-s", script, server.Address.ToString());
        File.Delete(script);
        if (output.Contains("status", StringComparison.Ordinal) || output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Commands were refused: {output}");
        }

        // Counted in the log, not taken from the client: only what is durable counts.
        var written = await CountAsync(server) - before;
        var rate = double.Parse(RequestsPerSecond().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
        return Math.Min(rate, written / (double)seconds);
    }

    private static async Task<double> PeerAsync(BenchServer server, string script, int seconds)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        var output = await Tool.RunAsync(
            "pgbench", "postgresql-contrib", null, Tool.Libpq(server.ConnectionString), "-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", $"{seconds}", "-f", file);
        File.Delete(file);
        return double.Parse(TransactionsPerSecond().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The very event and row the server wrote, under keys of the peer's own.</summary>
    private static async Task<string> PeerScriptAsync(BenchServer server)
    {
        await server.ExecuteAsync("create sequence if not exists peer_number");
        var eventValues = await LiteralsAsync(server, "event", "stream like 'project/%' order by at desc", except: ["position", "xid"]);
        eventValues["stream"] = "'project/peer/' || nextval('peer_number')";
        eventValues["command_id"] = "gen_random_uuid()";
        var row = await LiteralsAsync(server, "project", "true order by created_at desc", except: []);
        row["key"] = "'peer/' || currval('peer_number')";
        row["number"] = "currval('peer_number')";
        var updates = string.Join(", ", row.Keys.Where(c => c is not ("key" or "unit" or "number" or "illustrative" or "created_at")).Select(c => $"{c} = excluded.{c}"));
        return new StringBuilder("begin;\n")
            .Append(CultureInfo.InvariantCulture, $"insert into event ({string.Join(", ", eventValues.Keys)}) values ({string.Join(", ", eventValues.Values)});\n")
            .Append(CultureInfo.InvariantCulture, $"insert into project ({string.Join(", ", row.Keys)}) values ({string.Join(", ", row.Values)}) on conflict (key) do update set {updates} where project.version < excluded.version;\n")
            .Append("commit;\n")
            .ToString();
    }

    private static async Task<Dictionary<string, string>> LiteralsAsync(BenchServer server, string table, string which, string[] except)
    {
        var columns = new List<string>();
        await using (var command = server.DataSource.CreateCommand("select column_name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position"))
        {
            command.Parameters.Add(new() { Value = table });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        columns.RemoveAll(except.Contains);
        await using var select = server.DataSource.CreateCommand($"select {string.Join(", ", columns.Select(c => $"quote_nullable({c}::text)"))} from {table} where {which} limit 1");
        await using var values = await select.ExecuteReaderAsync();
        await values.ReadAsync();
        // A colon followed by letters would be a pgbench variable; inside a literal it is written as its code.
        return columns.Select((c, i) => (c, v: values.GetString(i))).ToDictionary(x => x.c, x => x.v.Contains(':', StringComparison.Ordinal)
            ? "E" + x.v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\x3a", StringComparison.Ordinal)
            : x.v);
    }

    private static async Task SendOneAsync(BenchServer server, string key)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var answer = await client.PostAsync("/api/v1/projects", new StringContent(ProjectBody.For("FIRST"), Encoding.UTF8, "application/json"));
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task<long> CountAsync(BenchServer server)
    {
        await using var command = server.DataSource.CreateCommand("select count(*) from event where stream like 'project/79@%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestsPerSecond();

    [GeneratedRegex(@"tps = (?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TransactionsPerSecond();
}
