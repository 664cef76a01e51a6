using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.Gateway;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Samples;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Gateway.Tests;

/// <summary>Classes that share the one server, and never prepare the gateway's folder at the same time.</summary>
[CollectionDefinition(GatewaySuite.Name)]
public sealed class GatewayCollection : ICollectionFixture<GatewaySuite>;

/// <summary>The gateway's own tests, run once against a server with accounts and sample data. One server for every class of the collection.</summary>
public sealed class GatewaySuite(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Name = "gateway";

    /// <summary>Address of the API, for the tests that need one.</summary>
    public const string ApiVariable = "REGIONLINK_TEST_API";

    /// <summary>JSON object of login and password of the sample accounts.</summary>
    public const string AccountsVariable = "REGIONLINK_TEST_ACCOUNTS";

    /// <summary>The gateway's tests are many and the machine may be slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly PublishedServer _published = new(postgres);

    private Lazy<Task>? _run;

    public string Output { get; private set; } = "";

    public int ExitCode { get; private set; } = -1;

    public Uri Api => _published.Server.Address;

    internal TapReport Report => TapReport.Read(Output);

    public HttpClient ClientAs(string? unit, Role role) => _published.Server.ClientAs(unit, role);

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        await _published.InitializeAsync();
        var services = _published.Server.Services;
        var accounts = await services.GetRequiredService<SampleAccounts>().CreateAsync(ct);
        await ActivatorUtilities.CreateInstance<SampleData>(services).WriteAsync(ct);
        await ActivatorUtilities.CreateInstance<SampleReports>(services).WriteAsync(ct);

        var folder = GatewayFolder.Find() ?? throw new InvalidOperationException("There is no gateway folder above the tests.");
        if (await new GatewayBuild(folder, _ => { }).PrepareAsync(ct) is { } problem)
        {
            throw new InvalidOperationException(problem.En);
        }

        _run = new Lazy<Task>(() => RunAsync(folder, accounts.ToDictionary(a => a.Login, a => a.Password, StringComparer.Ordinal)));
    }

    /// <summary>Runs the gateway's tests, the first time it is asked to.</summary>
    public Task RunAsync() => _run!.Value;

    public ValueTask DisposeAsync() => _published.DisposeAsync();

    private async Task RunAsync(string folder, Dictionary<string, string> accounts)
    {
        using var npm = new Process
        {
            StartInfo = new ProcessStartInfo("npm", ["test", "--silent"])
            {
                WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        npm.StartInfo.Environment[ApiVariable] = _published.Server.Address.ToString();
        npm.StartInfo.Environment[AccountsVariable] = JsonSerializer.Serialize(accounts);
        npm.Start();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (npm.StandardOutput.ReadToEndAsync(limit.Token), npm.StandardError.ReadToEndAsync(limit.Token));
            await npm.WaitForExitAsync(limit.Token);
            (ExitCode, Output) = (npm.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException late)
        {
            npm.Kill(entireProcessTree: true);
            throw new TimeoutException($"The gateway's tests did not end within {Patience}.", late);
        }
    }
}
