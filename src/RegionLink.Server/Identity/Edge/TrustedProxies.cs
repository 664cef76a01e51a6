using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace RegionLink.Server.Identity.Edge;

/// <summary>
/// Load balancers whose word on the caller's address, scheme and host is taken. Without it every caller behind a balancer has the balancer's
/// address, and shares one limit on signing in. Nobody is trusted unless the operator says so.
/// </summary>
public sealed class ProxyOptions
{
    /// <summary>Networks in CIDR form, separated by commas, such as <c>10.0.0.0/8, 192.168.1.7/32</c>; empty trusts nobody.</summary>
    public string Trusted { get; set; } = "";
}

internal static class TrustedProxies
{
    /// <exception cref="FormatException">The setting <c>Proxies:Trusted</c> is not a list of networks: the server does not start.</exception>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        var networks = app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.Trusted
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(IPNetwork.Parse)
            .ToList();
        if (networks.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ForEach(options.KnownIPNetworks.Add);
        return app.UseForwardedHeaders(options);
    }
}
