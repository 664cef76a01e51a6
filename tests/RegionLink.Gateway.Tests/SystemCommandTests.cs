using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Samples;
using RegionLink.Server.Tests.CommandLine;

namespace RegionLink.Gateway.Tests;

/// <summary><c>regionlink system</c>, as a person runs it, before the sample systems of <c>up</c> and a server.</summary>
[Collection(GatewaySuite.Name)]
public sealed class SystemCommandTests(GatewaySuite suite) : IAsyncLifetime
{
    private const string City = "79@2025-07-01";
    private const string Metric = "citizen_reports_received";
    private readonly string _folder = Directory.CreateTempSubdirectory("regionlink-systems-").FullName;
    private SampleSystems _systems = null!;

    private string Hotline => Path.Combine(_systems.Systems, City, "systems", "79-hotline.json");

    public async ValueTask InitializeAsync()
    {
        var (started, reason) = await SampleSystems.StartAsync(_folder, server: null, TestContext.Current.CancellationToken);
        _systems = started ?? throw new InvalidOperationException(reason);
    }

    public async ValueTask DisposeAsync()
    {
        await _systems.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_system_is_checked_and_bound_and_its_figure_pulled_into_the_report()
    {
        var period = await OpenAsync();
        var (id, secret) = await KeyAsync();
        await BindAsync(id);
        await File.WriteAllTextAsync(Path.Combine(_systems.Secrets, "SAMPLE_HOTLINE_DELIVERY_KEY"), secret, TestContext.Current.CancellationToken);

        var (checkCode, said) = await RunAsync("check", Hotline);
        Assert.True(checkCode == 0, said);
        Assert.All(["hotlineReports", "hotlineReportsOnTime", "hotlineReportsOpen", "hotlineTopSubject"], field => Assert.Contains(field, said, StringComparison.Ordinal));

        // What the system counts for the days of the period comes into the report, marked as coming from it; again changes nothing.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var (code, output) = await RunAsync("pull", period, Hotline, "--api", suite.Api.ToString());
            Assert.True(code == 0, output);
        }

        var figure = await FigureAsync(period);
        Assert.Equal(("connected", JsonValueKind.Null), (figure.GetProperty("origin").GetString(), figure.GetProperty("difference").ValueKind));
        Assert.InRange(figure.GetProperty("value").GetDecimal(), 180 * 31, 240 * 31);   // the sample counts 180 to 239 calls a day
        Assert.Contains("2026-10-15 – 2026-11-14", figure.GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_ends_with_every_mistake_in_both_languages()
    {
        var file = (await File.ReadAllTextAsync(Hotline, TestContext.Current.CancellationToken))
            .Replace("\"Int\"", "\"Whole\"", StringComparison.Ordinal).Replace("\"rest\"", "\"ftp\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Hotline, file, TestContext.Current.CancellationToken);

        var (code, said) = await RunAsync("check", Hotline);

        Assert.Equal(1, code);
        Assert.All(["ftp", "Whole"], wrong => Assert.Contains(wrong, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_system_without_its_key_delivers_nothing_and_says_which_is_missing()
    {
        var (code, said) = await RunAsync("pull", await OpenAsync(), Hotline, "--api", suite.Api.ToString());

        Assert.Equal(1, code);
        Assert.Contains("SAMPLE_HOTLINE_DELIVERY_KEY", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var command = RegionLinkProcess.Start(["system", .. arguments, "--secrets", _systems.Secrets, "--data", _folder]);
        var code = await command.EndAsync();
        return (code, $"{command.Output}\n{command.Errors}");
    }

    private async Task<string> OpenAsync()
    {
        using var coordinator = suite.ClientAs(null, Role.Coordinator);
        var id = $"s{Guid.NewGuid():N}"[..9];
        var body = new
        {
            id,
            titleVi = "Kỳ thử",
            titleEn = "Trial",
            start = "2026-10-15",
            end = "2026-11-14",
            dueWorkingDays = 2,
            illustrative = true,
            forms = new[] { new { id = "DX-03", titleVi = "Xã hội số", titleEn = "Digital society", metrics = new[] { new { metric = Metric } } } },
            units = new[] { City },
        };
        await OkAsync(coordinator.PostAsJsonAsync("/api/v1/periods", body));
        return id;
    }

    private async Task<(string Id, string Secret)> KeyAsync()
    {
        using var administrator = suite.ClientAs(null, Role.Administrator);
        var key = new { label = "1022", unit = City, rights = new[] { "enterFigures" }, expiresAt = DateTimeOffset.UtcNow.AddDays(1) };
        var made = await OkAsync(administrator.PostAsJsonAsync("/api/v1/api-keys", key));
        return (made.GetProperty("key").GetProperty("id").GetString()!, made.GetProperty("secret").GetString()!);
    }

    private async Task BindAsync(string key)
    {
        using var approver = suite.ClientAs(City, Role.Approver);
        await OkAsync(approver.PutAsJsonAsync($"/api/v1/figure-bindings/{City}/{Metric}", new { system = key, reason = "Nối tổng đài 1022" }));
    }

    private async Task<JsonElement> FigureAsync(string period)
    {
        using var reporter = suite.ClientAs(City, Role.Reporter);
        var report = await OkAsync(reporter.GetAsync($"/api/v1/reports/{period}/{City}"));
        return report.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("metric").GetString() == Metric).GetProperty("figure");
    }

    private static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
