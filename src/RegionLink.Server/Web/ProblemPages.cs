using RegionLink.Domain.Common;
using RegionLink.Server.Identity;
using RegionLink.Server.Web.Administration;
using RegionLink.Server.Web.Layout;

namespace RegionLink.Server.Web;

/// <summary>
/// Shows every refusal and failure to people as a page that says what to do, in their language; programs still get
/// <c>application/problem+json</c>. It stands where all problems are written, so no page has error handling of its own.
/// </summary>
internal sealed class ProblemPages : IProblemDetailsWriter
{
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/health", "/metrics"];

    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !Array.Exists(ForPrograms, prefix => request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var status = context.ProblemDetails.Status ?? http.Response.StatusCode;
        PageHeaders.Set(http);
        var view = http.RequestServices.GetRequiredService<View>();
        view.Read(http);
        if (status == StatusCodes.Status401Unauthorized && http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null)
        {
            await (await SignIn.SignInPages.InsteadOfAsync(http)).ExecuteAsync(http);
            return;
        }

        var reasons = context.ProblemDetails.Extensions.TryGetValue("refusals", out var held) && held is IReadOnlyList<Refusal> list ? list : [];
        if (http.GetEndpoint()?.Metadata.GetMetadata<RequiredRight>() is { } required)
        {
            // People know what a right lets them do, not what it is called in the API.
            var named = AccessRefusals.RightMissing.With(view.T(AdministrationTexts.Of(required.Right)));
            reasons = [.. reasons.Select(r => r.Code == AccessRefusals.RightMissing.Code ? named : r)];
        }

        var page = PageEndpoints.Page<ProblemPage>(status, (nameof(ProblemPage.Status), status), (nameof(ProblemPage.Reasons), reasons));
        await page.ExecuteAsync(http);
    }
}
