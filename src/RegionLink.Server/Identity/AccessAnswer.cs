using RegionLink.Domain.Common;
using RegionLink.Server.Http;

namespace RegionLink.Server.Identity;

/// <summary>The answers to somebody who was not let in.</summary>
public static class AccessAnswer
{
    /// <summary>401: not signed in.</summary>
    public static IResult SignInNeeded() => Problem.Of(StatusCodes.Status401Unauthorized, AccessRefusals.SignInNeeded.With());

    /// <summary>401: showed a key that is not good.</summary>
    public static IResult KeyRefused() => Problem.Of(StatusCodes.Status401Unauthorized, AccessRefusals.KeyRefused.With());

    /// <summary>403: known, without the right.</summary>
    public static IResult RightMissing(Caller caller, Right right) => Problem.Of(
        StatusCodes.Status403Forbidden,
        caller.MustChangePassword ? AccessRefusals.PasswordChangeNeeded.With() : AccessRefusals.RightMissing.With(right.Name()));

    /// <summary>403 when the caller may not act for the unit; null when it may. <c>if (caller.RefuseFor(unit) is { } refused) return refused;</c></summary>
    public static IResult? RefuseFor(this Caller caller, UnitKey unit) =>
        caller.MayActFor(unit) ? null : Problem.Of(StatusCodes.Status403Forbidden, AccessRefusals.OtherProvince.About("unit", unit));
}
