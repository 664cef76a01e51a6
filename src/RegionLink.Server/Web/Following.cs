using RegionLink.Runtime.EventLog;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Web;

/// <summary>A thing of the log whose changes matter to a page.</summary>
/// <param name="Kind">Kind of thing, as <c>/api/v1/changes</c> names it.</param>
/// <param name="Key">Its key; one <c>*</c> stands for anything: <c>*/79@2025-07-01</c>.</param>
/// <param name="Version">The version the page shows, when a script of the page writes it on; what is not newer is no news. Null elsewhere.</param>
public sealed record Followed(string Kind, string Key, long? Version = null);

/// <summary>Pages on which people wait for others.</summary>
internal static class Following
{
    /// <summary>
    /// Remembers where the log ended before the page was read, so that the page's script asks for everything after it: a change made while
    /// the page was on its way is told, too.
    /// </summary>
    public static RouteHandlerBuilder Follows(this RouteHandlerBuilder page) => page.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (!http.Caller().May(Right.ReadShared))
        {
            return await next(context);   // a stranger is told of no changes
        }

        http.RequestServices.GetRequiredService<View>().Since = await http.RequestServices.GetRequiredService<LogReader>().EndAsync(http.RequestAborted);
        return await next(context);
    });
}
