namespace RegionLink.Gateway.Tests;

[Collection(GatewaySuite.Name)]
public sealed class GatewayTests(GatewaySuite suite)
{
    [Fact]
    public async Task Every_test_of_the_gateway_passes()
    {
        await suite.RunAsync();
        Assert.True(suite.ExitCode == 0 && suite.Report.Failed == 0, string.Join('\n', [.. suite.Report.Failures, Tail(suite.Output)]));
    }

    [Fact]
    public async Task The_gateways_tests_did_run()
    {
        await suite.RunAsync();
        Assert.True(suite.Report.Passed > 100, $"Only {suite.Report.Passed} tests ran:\n{Tail(suite.Output)}");
    }

    private static string Tail(string text) => text.Length <= 4_000 ? text : text[^4_000..];
}
