using Microsoft.AspNetCore.Mvc;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Http;

/// <summary>Answers that are not what was asked for, as <c>application/problem+json</c> (RFC 9457) with every reason.</summary>
public static class Problem
{
    /// <summary>One or more reasons under a status; the first names the type.</summary>
    public static IResult Of(int status, params IReadOnlyList<Refusal> refusals) => Results.Problem(Details(status, refusals));

    /// <summary>404: there is no such thing, or the caller may not know of it.</summary>
    public static IResult NotFound(string key) => Of(StatusCodes.Status404NotFound, RequestRefusals.NotFound.With(key));

    internal static ProblemDetails Details(int status, IReadOnlyList<Refusal> refusals) => new()
    {
        Type = $"/problems/{refusals[0].Code}",
        Title = refusals[0].Vi,
        Detail = refusals.Count == 1 ? refusals[0].En : $"{refusals[0].En} (+{refusals.Count - 1})",
        Status = status,
        Extensions =
        {
            ["code"] = refusals[0].Code,
            ["refusals"] = refusals,
        },
    };
}
