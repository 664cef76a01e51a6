using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Samples;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Guards;

/// <summary>A stranger pastes what the README shows, from top to bottom, and every request is answered as it says.</summary>
public sealed class ReadmeTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    /// <summary>Stops at the first request that is not answered with success, and says what was answered.</summary>
    private const string StopAtTheFirstFailure = """
        curl() { command curl -sS --fail-with-body --max-time 120 "$@" || { echo; echo "failed: curl $*"; exit 1; }; }

        """;

    [Fact]
    public async Task Every_curl_of_the_readme_is_answered_with_success()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "curl is not installed.");
        var (services, ct) = (published.Server.Services, TestContext.Current.CancellationToken);
        var accounts = await services.GetRequiredService<SampleAccounts>().CreateAsync(ct);
        await ActivatorUtilities.CreateInstance<SampleData>(services).WriteAsync(ct);
        var requests = string.Concat(Blocks().Where(b => b.Contains("curl", StringComparison.Ordinal) && b.Contains(":5080", StringComparison.Ordinal)));
        Assert.Contains("/imports?kind=report", requests, StringComparison.Ordinal);
        var script = accounts.Aggregate(
            requests.Replace("http://localhost:5080", published.Server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal),
            (text, a) => text.Replace($"sign_in {a.Login} ", $"sign_in {a.Login} '{a.Password}' #", StringComparison.Ordinal));

        var (code, output) = await RunAsync(StopAtTheFirstFailure + script);

        Assert.True(code == 0, output);
        Assert.Contains("\"state\":\"published\"", output, StringComparison.Ordinal);
    }

    /// <summary>What stands between <c>```sh</c> and <c>```</c>.</summary>
    private static IEnumerable<string> Blocks() =>
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md")).Split("```sh\n").Skip(1).Select(text => text[..text.IndexOf("```", StringComparison.Ordinal)]);

    private static async Task<(int Code, string Output)> RunAsync(string script)
    {
        var folder = Directory.CreateTempSubdirectory("regionlink-readme-");
        try
        {
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script])
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
            await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (bash.ExitCode, await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
