using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Tests.Fixtures;

/// <summary>A server that has loaded the provinces folder of this repository. Use as class fixture.</summary>
public sealed class PublishedServer(PostgresFixture postgres) : IAsyncLifetime
{
    public ServerFixture Server { get; } = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        Assert.Empty(await LoadAsync());
    }

    /// <summary>Loads the folder, as every start does. Returns what could not be recorded.</summary>
    public async Task<IReadOnlyList<string>> LoadAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var (book, mistakes) = ProvinceBookReader.Read(ProvinceFolder.Find()!);
        Assert.Empty(mistakes);
        await Server.Services.GetRequiredService<ReferenceStore>().LoadAsync(book!, ct);
        await Server.Services.GetRequiredService<ReferenceCache>().RefreshAsync(ct);
        return [.. (await Server.Services.GetRequiredService<PublishedFacts>().LoadAsync(book!, ct)).Select(r => $"{r.What}: {r.Reason.En}")];
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
