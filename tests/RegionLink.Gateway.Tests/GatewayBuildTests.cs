using System.Text.Json;
using System.Text.Json.Nodes;
using RegionLink.Server.Gateway;

namespace RegionLink.Gateway.Tests;

/// <summary>Making the gateway runnable, broken off and by two at once, on a gateway of two packages.</summary>
public sealed class GatewayBuildTests : IDisposable
{
    private static readonly string[] Packages = ["dataloader", "graphql"];
    private readonly string _folder = Directory.CreateTempSubdirectory("regionlink-gateway-").FullName;
    private readonly List<string> _said = [];

    public GatewayBuildTests()
    {
        var real = GatewayFolder.Find()!;
        foreach (var file in (string[])[".npmrc", "tsconfig.json"])
        {
            File.Copy(Path.Combine(real, file), Path.Combine(_folder, file));
        }

        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(real, "package-lock.json")))!["packages"]!;
        var wanted = new JsonObject([.. Packages.Select(p => KeyValuePair.Create(p, (JsonNode?)packages[$"node_modules/{p}"]!["version"]!.DeepClone()))]);
        var package = new JsonObject { ["name"] = "small", ["version"] = "1.0.0", ["type"] = "module", ["dependencies"] = wanted };
        var locked = new JsonObject { [""] = package.DeepClone() };
        foreach (var name in Packages)
        {
            locked[$"node_modules/{name}"] = packages[$"node_modules/{name}"]!.DeepClone();
        }

        package["scripts"] = new JsonObject { ["build"] = "mkdir -p dist/src && cp src/main.ts dist/src/main.js" };
        Write("package.json", package);
        Write("package-lock.json", new JsonObject { ["name"] = "small", ["version"] = "1.0.0", ["lockfileVersion"] = 3, ["requires"] = true, ["packages"] = locked });
        Directory.CreateDirectory(Path.Combine(_folder, "src"));
        File.WriteAllText(Path.Combine(_folder, "src", "main.ts"), "export const ready = true;\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_installation_that_was_broken_off_is_done_again_and_a_whole_one_is_not()
    {
        await BreakOffAsync();
        Assert.False(File.Exists(Path.Combine(_folder, "node_modules", ".regionlink-installed")));

        Assert.Null(await PrepareAsync(TestContext.Current.CancellationToken));
        AssertWhole();
        _said.Clear();
        Assert.Null(await PrepareAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_stamp_of_before_does_not_vouch_for_what_was_broken_off_since()
    {
        Assert.Null(await PrepareAsync(TestContext.Current.CancellationToken));
        var lockFile = Path.Combine(_folder, "package-lock.json");
        var before = await File.ReadAllTextAsync(lockFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(lockFile, before + "\n", TestContext.Current.CancellationToken);
        await BreakOffAsync();

        await File.WriteAllTextAsync(lockFile, before, TestContext.Current.CancellationToken);
        _said.Clear();
        Assert.Null(await PrepareAsync(TestContext.Current.CancellationToken));
        Assert.Contains(_said, s => s.StartsWith("Installing", StringComparison.Ordinal));
        AssertWhole();
    }

    [Fact]
    public async Task Two_at_once_install_once()
    {
        await Task.WhenAll(PrepareAsync(TestContext.Current.CancellationToken), PrepareAsync(TestContext.Current.CancellationToken));

        Assert.Single(_said, s => s.StartsWith("Installing", StringComparison.Ordinal));
        AssertWhole();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_named()
    {
        // Nobody, not even root, writes into a file as if it were a folder.
        Directory.CreateDirectory(Path.Combine(_folder, ".regionlink-preparing"));

        var problem = await PrepareAsync(TestContext.Current.CancellationToken);

        Assert.Contains(_folder, problem, StringComparison.Ordinal);
    }

    /// <summary>As Ctrl-C does, while packages are being unpacked.</summary>
    private async Task BreakOffAsync()
    {
        var modules = Path.Combine(_folder, "node_modules");
        while (true)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var saidBefore = _said.Count;
            var preparing = PrepareAsync(stop.Token);
            while ((_said.Count == saidBefore || !Directory.Exists(modules)) && !preparing.IsCompleted)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await stop.CancelAsync();
            try
            {
                // Two packages may be there before anybody looks: once more.
                Assert.Null(await preparing);
                Directory.Delete(modules, recursive: true);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<string?> PrepareAsync(CancellationToken ct)
    {
        var problem = await new GatewayBuild(_folder, notice => Say(notice.En)).PrepareAsync(ct);
        return problem?.En;
    }

    private void Say(string text)
    {
        lock (_said)
        {
            _said.Add(text);
        }
    }

    private void AssertWhole()
    {
        Assert.All(Packages, name => Assert.True(File.Exists(Path.Combine(_folder, "node_modules", name, "package.json")), name));
        Assert.True(File.Exists(Path.Combine(_folder, "dist", "src", "main.js")));
    }

    private void Write(string file, JsonObject content) => File.WriteAllText(Path.Combine(_folder, file), content.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
