using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Audit;

/// <summary>Who signed in, who changed accounts and keys, who read what is not public.</summary>
public static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", ListAsync).WithMetadata(AuditTable.Definition).Requires(Right.ReadAudit);

    /// <summary>The access log, newest first: an administrator of a unit sees what its unit's people did, one of the region sees all.</summary>
    public static Task<IResult> ListAsync(HttpContext http, TableReader reader, CancellationToken ct) =>
        TableEndpoints.AnswerAsync(http, AuditTable.Definition, http.Caller().AsKeeper(), reader, ct);
}
