using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using RegionLink.Server.Web.Administration;
using RegionLink.Server.Web.Coordination;
using RegionLink.Server.Web.Desk;
using RegionLink.Server.Web.Explorer;
using RegionLink.Server.Web.Figures;
using RegionLink.Server.Web.Glossary;
using RegionLink.Server.Web.OwnAccount;
using RegionLink.Server.Web.Projects;
using RegionLink.Server.Web.Provinces;
using RegionLink.Server.Web.Region;
using RegionLink.Server.Web.SignIn;
using RegionLink.Server.Web.Sources;
using RegionLink.Server.Web.Targets;

namespace RegionLink.Server.Web;

/// <summary>Composition: the pages. Every group of pages has one line in <see cref="MapWeb"/>.</summary>
public static class WebServices
{
    /// <summary>Before <c>AddHttpEdge</c>: whoever is registered first writes the problems it can.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemPages>();
        services.AddSingleton<Assets>();
        services.AddSingleton<Maps.Shapes>();
        services.AddScoped<View>();
        services.AddSingleton<Gateway.ConnectedSystems>();
        services.AddSingleton<ReportShelf>();
        services.AddSingleton<ReviewShelf>();
        services.AddRazorComponents();

        // Vietnamese letters as they are: as entities they would be half of every page.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "regionlink-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.FormFieldName = Parts.FormToken.Field;
            o.SuppressXFrameOptionsHeader = true;   // frame-ancestors in the policy says it for every browser
        });

        // It warns that a page with a form is not cached, which is as it should be.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error));
        services.AddResponseCompression(o =>
        {
            o.MimeTypes = ["text/html"];

            // What an attacker could guess by sizes is not here: form tokens differ in every answer, sessions are in a cookie.
            o.EnableForHttps = true;
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Compresses pages; the API is left as it is.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), pages => pages.UseResponseCompression());

    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        var pages = routes.MapPages();
        pages.MapRegion();
        pages.MapProvinces();
        pages.MapProjects();
        pages.MapExplorer();
        pages.MapFigures();
        pages.MapTargetPages();
        pages.MapGlossary();
        pages.MapSources();
        pages.MapSignIn();
        pages.MapOwnAccount();
        pages.MapAdministration();
        pages.MapDesk();
        pages.MapCoordination();
    }
}
