namespace RegionLink.Gateway.Tests;

public sealed class GatewayTests(GatewaySuite suite) : IClassFixture<GatewaySuite>
{
    [Fact]
    public void Every_test_of_the_gateway_passes()
    {
        Assert.True(suite.ExitCode == 0 && suite.Report.Failed == 0, string.Join('\n', [.. suite.Report.Failures, Tail(suite.Output)]));
    }

    [Fact]
    public void The_gateways_tests_did_run()
    {
        Assert.True(suite.Report.Passed > 100, $"Only {suite.Report.Passed} tests ran:\n{Tail(suite.Output)}");
    }

    private static string Tail(string text) => text.Length <= 4_000 ? text : text[^4_000..];
}
