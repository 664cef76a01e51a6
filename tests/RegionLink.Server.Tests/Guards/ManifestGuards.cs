using System.Net;
using RegionLink.Server.Tests.CommandLine;
using RegionLink.Server.Tests.Fixtures;
using YamlDotNet.RepresentationModel;

namespace RegionLink.Server.Tests.Guards;

/// <summary>The manifests in <c>k8s/</c> against what the programs really serve.</summary>
public sealed class ManifestGuards(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly string Base = Path.Combine(RepositoryFolder.Path, "k8s", "base");
    private static readonly List<YamlMappingNode> Resources =
        [.. Directory.GetFiles(Base, "*.yaml").Where(f => Path.GetFileName(f) != "kustomization.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static TheoryData<string> Programs => ["regionlink-server", "regionlink-gateway", "regionlink-migrate"];

    [Fact]
    public void The_base_lists_every_file_beside_it()
    {
        var listed = ((YamlSequenceNode)Read(Path.Combine(Base, "kustomization.yaml")).Single()["resources"]).Select(n => n.ToString());

        Assert.Equal(
            Directory.GetFiles(Base, "*.yaml").Select(Path.GetFileName).Where(f => f != "kustomization.yaml").Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Probes_of_the_server_ask_what_it_answers()
    {
        var container = Container("regionlink-server");
        using var client = server.Anonymous();
        foreach (var probe in (string[])["startupProbe", "livenessProbe", "readinessProbe"])
        {
            using var answer = await client.GetAsync(At(container, probe, "httpGet", "path").ToString(), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("http", At(container, probe, "httpGet", "port").ToString());
        }
    }

    [Fact]
    public void The_gateway_is_asked_and_told_what_its_program_knows()
    {
        var (routes, settings) = (Source("http/server.ts"), Source("config/settings.ts"));
        var container = Container("regionlink-gateway");
        Assert.All(
            ["startupProbe", "livenessProbe", "readinessProbe"],
            (string probe) => Assert.Contains($"case '{At(container, probe, "httpGet", "path")}':", routes, StringComparison.Ordinal));
        Assert.All((YamlSequenceNode)container["env"], e => Assert.Contains($"'{e["name"]}'", settings, StringComparison.Ordinal));
        Assert.Equal(PortOf(container), ((YamlSequenceNode)container["env"]).Single(e => e["name"].ToString() == "GATEWAY_PORT")["value"].ToString());

        static string Source(string path) => File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src", "gateway", "src", path));
    }

    [Fact]
    public async Task The_arguments_are_commands_the_program_has()
    {
        string[] serve = [.. ((YamlSequenceNode)Container("regionlink-server")["args"]).Select(a => a.ToString())];
        Assert.Equal(PortOf(Container("regionlink-server")), serve[Array.IndexOf(serve, "--port") + 1]);

        // Without a database each gets as far as missing one: it understood its arguments.
        await using var served = RegionLinkProcess.Start(serve);
        Assert.Equal(3, await served.EndAsync());
        Assert.Equal(["migrate"], ((YamlSequenceNode)Container("regionlink-migrate")["args"]).Select(a => a.ToString()));
        await using var migrated = RegionLinkProcess.Start("Host=127.0.0.1;Port=1;Username=x;Database=x", ["migrate"]);
        Assert.Equal(3, await migrated.EndAsync());
    }

    [Theory]
    [InlineData("regionlink-server")]
    [InlineData("regionlink-gateway")]
    public void Services_policies_and_budgets_find_their_program(string name)
    {
        var labels = At(Of("Deployment", name), "spec", "template", "metadata", "labels");
        Assert.Equal(name, labels["app.kubernetes.io/name"].ToString());
        Assert.Equal(labels, At(Of("Deployment", name), "spec", "selector", "matchLabels"));
        Assert.Equal(labels, At(Of("Service", name), "spec", "selector"));
        Assert.Equal(labels, At(Of("PodDisruptionBudget", name), "spec", "selector", "matchLabels"));
        Assert.Equal("http", At(Of("Service", name), "spec", "ports")[0]["targetPort"].ToString());
        Assert.Equal(PortOf(Container(name)), At(Of("NetworkPolicy", name), "spec", "ingress")[0]["ports"][0]["port"].ToString());
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Nothing_runs_as_root_writes_to_its_image_or_holds_a_secret(string name)
    {
        var pod = PodOf(name);
        var container = Container(name);
        Assert.Equal("true", At(pod, "securityContext", "runAsNonRoot").ToString());
        Assert.Equal("true", At(container, "securityContext", "readOnlyRootFilesystem").ToString());
        Assert.Equal("false", At(container, "securityContext", "allowPrivilegeEscalation").ToString());
        Assert.Equal("ALL", At(container, "securityContext", "capabilities", "drop")[0].ToString());
        Assert.NotEmpty(At(container, "resources", "limits", "memory").ToString());
        Assert.NotEmpty(At(container, "resources", "requests", "cpu").ToString());
        Assert.DoesNotContain(
            (YamlSequenceNode)container["env"], e => e["name"].ToString() == "REGIONLINK_DB" && ((YamlMappingNode)e).Children.ContainsKey("value"));
        Assert.DoesNotContain(Resources, r => r["kind"].ToString() == "Secret");
    }

    private static IEnumerable<YamlMappingNode> Read(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return stream.Documents.Select(d => (YamlMappingNode)d.RootNode);
    }

    private static YamlMappingNode Of(string kind, string name) =>
        Assert.Single(Resources, r => r["kind"].ToString() == kind && At(r, "metadata", "name").ToString() == name);

    private static YamlNode PodOf(string name) => At(Of(name == "regionlink-migrate" ? "Job" : "Deployment", name), "spec", "template", "spec");

    private static YamlMappingNode Container(string name) => (YamlMappingNode)((YamlSequenceNode)PodOf(name)["containers"]).Single();

    private static string PortOf(YamlMappingNode container) => At(container, "ports")[0]["containerPort"].ToString();

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (at, key) => at[key]);
}
