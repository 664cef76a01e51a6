using Microsoft.AspNetCore.Mvc;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>The answer to somebody who was not let in: problem details with the code and both languages.</summary>
public static class AccessAnswer
{
    /// <summary>401: not signed in.</summary>
    public static IResult SignInNeeded() => Of(StatusCodes.Status401Unauthorized, AccessRefusals.SignInNeeded.With());

    /// <summary>403: signed in, without the right.</summary>
    public static IResult RightMissing(Right right) =>
        Of(StatusCodes.Status403Forbidden, AccessRefusals.RightMissing.With(right.Name()));

    /// <summary>403 when the caller may not act for the unit; null when it may. <c>if (caller.RefuseFor(unit) is { } refused) return refused;</c></summary>
    public static IResult? RefuseFor(this Caller caller, UnitKey unit) =>
        caller.MayActFor(unit) ? null : Of(StatusCodes.Status403Forbidden, AccessRefusals.OtherProvince.About("unit", unit));

    /// <summary>A problem with one refusal under the given status.</summary>
    public static IResult Of(int status, Refusal refusal) => Results.Problem(new ProblemDetails
    {
        Type = $"/problems/{refusal.Code}",
        Title = refusal.En,
        Status = status,
        Extensions =
        {
            ["code"] = refusal.Code,
            ["refusals"] = new[] { refusal },
        },
    });
}
