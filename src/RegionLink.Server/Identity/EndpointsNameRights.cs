namespace RegionLink.Server.Identity;

/// <summary>Keeps a server from starting when one of its endpoints names no right.</summary>
public sealed class EndpointsNameRights(EndpointDataSource endpoints) : IHostedLifecycleService
{
    /// <summary>Runs when all routes are known.</summary>
    /// <exception cref="InvalidOperationException">Lists every endpoint without a right: a bug of this build.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var without = endpoints.Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredRight>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText)
            .ToList();
        return without.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException($"Endpoints without Requires(Right): {string.Join("; ", without)}.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
