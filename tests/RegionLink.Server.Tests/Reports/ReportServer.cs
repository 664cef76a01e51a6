using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Reports;

/// <summary>A server with the real units and metrics, and the people of a reporting round, each signed in by the front door.</summary>
public sealed class ReportServer(PostgresFixture postgres) : IAsyncLifetime
{
    public const string City = "79@2025-07-01";
    public const string DongNai = "75@2026-04-30";
    public const string OnlineFiles = "admin_files_processed_online";
    public const string Sites = "social_network_sites_managed";
    public const string Share = "dx_budget_share";

    private int periods;

    public IdentityServer Server { get; } = new(postgres);

    public HttpClient Reporter { get; private set; } = null!;

    public HttpClient Approver { get; private set; } = null!;

    public HttpClient Coordinator { get; private set; } = null!;

    public HttpClient Supervisor { get; private set; } = null!;

    public HttpClient Researcher { get; private set; } = null!;

    /// <summary>Reporter of another province.</summary>
    public HttpClient Neighbour { get; private set; } = null!;

    public NpgsqlDataSource DataSource => Server.Services.GetRequiredService<NpgsqlDataSource>();

    public DateOnly Today => DateOnly.FromDateTime(Server.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        var (book, mistakes) = ProvinceBookReader.Read(Path.Combine(RepositoryFolder.Path, "provinces"));
        Assert.Empty(mistakes);
        await Server.Services.GetRequiredService<ReferenceStore>().LoadAsync(book!, CancellationToken.None);
        await Server.Services.GetRequiredService<ReferenceCache>().RefreshAsync(CancellationToken.None);
        Reporter = await Server.SignedInAsync(City, Role.Reporter);
        Approver = await Server.SignedInAsync(City, Role.Approver);
        Coordinator = await Server.SignedInAsync(null, Role.Coordinator);
        Supervisor = await Server.SignedInAsync(null, Role.Supervisor);
        Researcher = await Server.SignedInAsync(null, Role.Researcher);
        Neighbour = await Server.SignedInAsync(DongNai, Role.Reporter);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Reporter, Approver, Coordinator, Supervisor, Researcher, Neighbour })
        {
            client.Dispose();
        }

        await Server.DisposeAsync();
    }

    /// <summary>Opens a period of its own for a test: two forms that share a metric. Covers the 31 days that end ten days ago unless told otherwise.</summary>
    public async Task<string> OpenAsync(DateOnly? end = null, string? about = null, bool illustrative = false)
    {
        var number = Interlocked.Increment(ref periods);
        var id = $"ky-{number:000}";

        // Ends a day apart, so that tests do not see each other's observations.
        var last = end ?? Today.AddDays(-10 - number);
        await OkAsync(Coordinator.PostAsJsonAsync("/api/v1/periods", Period(id, last, about, illustrative)), HttpStatusCode.Created);
        return id;
    }

    public static object Period(string id, DateOnly end, string? about = null, bool illustrative = false) => new
    {
        id,
        titleVi = "Báo cáo tháng",
        titleEn = "Monthly report",
        start = end.AddDays(-30),
        end,
        about,
        dueWorkingDays = 2,
        illustrative,
        forms = new object[]
        {
            new { id = "CDS-01", titleVi = "Chính quyền số", titleEn = "Digital government", metrics = new object[] { new { metric = OnlineFiles }, new { metric = Sites } } },
            new { id = "CDS-02", titleVi = "Tổng hợp", titleEn = "Summary", metrics = new object[] { new { metric = Sites, note = "Cả cấp xã" }, new { metric = Share } } },
        },
        units = new[] { City, DongNai },
    };

    public static string Address(string period, string what = "", string unit = City) => $"/api/v1/reports/{period}/{unit}{what}";

    public static object Figure(string metric, decimal value, string? why = null) => new { metric, value, unitOfMeasure = UnitOf(metric), why };

    /// <summary>Gives every figure asked.</summary>
    public Task<JsonElement> FillAsync(string period, decimal sites = 12) => OkAsync(Reporter.PutAsJsonAsync(
        Address(period, "/figures"), new { figures = new[] { Figure(OnlineFiles, 88.5m), Figure(Sites, sites), Figure(Share, 0.97m) } }));

    /// <summary>Gives, approves and hands in.</summary>
    public async Task SubmitAsync(string period, decimal sites = 12)
    {
        await FillAsync(period, sites);
        await ApproveAsync(period);
        await PostAsync(Approver, period, "/submission");
    }

    public Task<JsonElement> ApproveAsync(string period) => PostAsync(Approver, period, "/approval", new { });

    public static Task<JsonElement> PostAsync(HttpClient who, string period, string what, object? body = null) =>
        OkAsync(body is null ? who.PostAsync(Address(period, what), null) : who.PostAsJsonAsync(Address(period, what), body));

    public static Task<JsonElement> DetailAsync(HttpClient who, string period, string query = "", string unit = City) =>
        OkAsync(who.GetAsync(Address(period, query, unit)));

    public static JsonElement FigureOf(JsonElement report, string metric) =>
        report.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("metric").GetString() == metric);

    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> request, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await request;
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    public static async Task<IReadOnlyList<string>> RefusedAsync(
        Task<HttpResponseMessage> request, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        using var answer = await request;
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.CodesAsync();
    }

    /// <summary>One column of the rows a statement finds, as text.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql, params object[] values)
    {
        await using var command = DataSource.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static string UnitOf(string metric) => metric == Sites ? "sites" : "percent";
}
