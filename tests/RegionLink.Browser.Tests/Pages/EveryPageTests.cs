using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Browser.Tests.Desk;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Server;
using RegionLink.Server.Web;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>No page is forgotten: each address is walked by axe in both languages, and so is each page that only a form answers with.</summary>
public sealed class EveryPageTests(WebFixture web)
{
    /// <summary>Addresses among the pages that need no walk, and why.</summary>
    private static readonly Dictionary<string, string> NoPages = new()
    {
        ["/explorer/download.{format}"] = "a file",
        ["/sign-in/provider"] = "leads to the identity provider",
        ["/sign-in/provider/answer"] = "leads on from there; walked by ProviderTests",
        ["/figures/{id}"] = "walked by FormPagesTests: no figure's id is known before",
        ["/users/{id:guid}"] = "walked by FormPagesTests: no account's id is known before",
        ["/desk/{period}/{unit}/{step}"] = "leads to the report",
        ["/desk/{period}/{unit}/{step}/{more}"] = "leads to the report",
        ["/coordination/periods/{id}/{step}"] = "leads to the period",
        ["/coordination/reports/{period}/{unit}/{step}"] = "leads to the report",
        ["/targets/{id}/versions"] = "leads to the target",
        ["/targets/{id}/end"] = "leads to the target",
        ["/targets/{id}/raises"] = "leads to the target",
        ["/targets/{id}/cancellation"] = "leads to the target",
    };

    /// <summary>Components that are opened by an address, which the first test looks after.</summary>
    private static readonly string[] Opened =
    [
        "AuditPage", "CardPage", "CommunesPage", "CoordinationPage", "DeskPage", "ExplorerPage", "FigurePage", "GlossaryPage", "KeysPage", "LinkPage", "NewPeriodPage",
        "NewTargetPage", "OwnAccountPage", "PasskeysPage", "PeriodPage", "ProjectPage", "ProjectsPage", "ProvincePage", "ProvincesPage", "RegionPage",
        "ReportPage", "ReviewPage", "SecondFactorPage", "SignInPage", "SourcesPage", "TargetPage", "TargetsPage", "UpdatePage", "UserPage", "UsersPage", "WhatIfPage",
    ];

    [Fact]
    public void Every_address_of_a_page_is_walked()
    {
        var walked = PublicPagesTests.Pages.Select(p => p.Data.Item2).Concat(SignedInPagesTests.Pages.Select(p => p.Data.Item3)).Select(a => a.Split('?')[0]).ToList();
        var routes = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageMark>() is not null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Distinct()
            .ToList();

        Assert.True(routes.Count > 20, "The pages were not found among the endpoints.");
        var forgotten = routes.Where(r => !NoPages.ContainsKey(r) && !walked.Exists(a => Matches(r, a, routes))).ToList();
        Assert.True(forgotten.Count == 0, $"Add these to PublicPagesTests or SignedInPagesTests, or say why they are no pages: {string.Join(", ", forgotten)}");
        Assert.DoesNotContain(NoPages.Keys, r => !routes.Contains(r));
    }

    [Fact]
    public void Every_page_is_opened_by_an_address_or_walked_behind_its_form()
    {
        var pages = typeof(ServerHost).Assembly.GetTypes()
            .Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract && t.Name.EndsWith("Page", StringComparison.Ordinal))
            .Select(t => t.Name)
            .ToList();

        var forgotten = pages.Except(Opened).Except(FormPagesTests.Walked).ToList();
        Assert.True(forgotten.Count == 0, $"Add these to FormPagesTests, or here when an address opens them: {string.Join(", ", forgotten)}");
        Assert.Empty(Opened.Concat(FormPagesTests.Walked).Except(pages));
    }

    /// <summary>Whether the address belongs to the route, and not to one that says it more exactly.</summary>
    private static bool Matches(string route, string address, List<string> routes) =>
        Fits(route, address) && (!route.Contains('{', StringComparison.Ordinal) || !routes.Exists(r => r == address));

    private static bool Fits(string route, string address) => new TemplateMatcher(TemplateParser.Parse(route.TrimStart('/')), []).TryMatch(address, []);
}
