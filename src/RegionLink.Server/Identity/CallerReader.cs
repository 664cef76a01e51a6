using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Sessions;

namespace RegionLink.Server.Identity;

/// <summary>Finds out who is calling: the holder of a key, of a session, or nobody in particular.</summary>
public sealed class CallerReader(CredentialCache credentials, IUnitScope units)
{
    /// <summary>Scheme of the Authorization header that carries a key.</summary>
    private const string Bearer = "Bearer ";

    /// <returns>The caller; null when a key was shown that is not, or no longer, good: that is never silently an anonymous reader.</returns>
    public async Task<Caller?> ReadAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization is { Count: > 0 } header)
        {
            var text = header.ToString();
            var found = text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await credentials.KeyAsync(text[Bearer.Length..].Trim(), http.RequestAborted)
                : null;
            return found is null ? null : Key(found);
        }

        return await SessionOf(http) is { } token ? await OfSessionAsync(token, http.RequestAborted) : Caller.Anonymous;
    }

    /// <summary>
    /// Whether the caller of a request that goes on for long is still who it was: the session not ended, the key not revoked, the same
    /// rights and binding. Ask again and again while streaming.
    /// </summary>
    public async Task<bool> StillHoldsAsync(HttpContext http)
    {
        var then = http.Caller();
        return then.ExpiresAt is null
            || (await ReadAsync(http) is { } now && now.Actor == then.Actor && now.Unit == then.Unit && now.Rights.SetEquals(then.Rights));
    }

    /// <summary>Who a session belongs to; anonymous when it ended.</summary>
    public async Task<Caller> OfSessionAsync(string token, CancellationToken ct) =>
        await credentials.SessionAsync(token, ct) is { } session ? Person(session) : Caller.Anonymous;

    /// <summary>The secret of the session cookie; null when there is no intact cookie.</summary>
    internal static async Task<string?> SessionOf(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(SessionCookie.Scheme);
        return ticket.Principal?.FindFirst(SessionCookie.TokenClaim)?.Value;
    }

    private Caller Key(Credential key) => Bound(key, new Caller
    {
        Actor = new Actor(ActorKind.Key, Id(key)),
        Rights = key.Names.Select(Parse<Right>).Where(RoleRights.ForKeys.Contains).Concat(RoleRights.Everybody).ToFrozenSet(),
    });

    private Caller Person(Credential session)
    {
        var roles = session.Names.Select(Parse<Role>).ToFrozenSet();
        return Bound(session, new Caller
        {
            Actor = new Actor(ActorKind.User, Id(session)),
            Roles = roles,
            Rights = session.MustChangePassword ? [.. RoleRights.Everybody, Right.ManageOwnAccount] : RoleRights.Of(roles),
            MustChangePassword = session.MustChangePassword,
        });
    }

    private Caller Bound(Credential credential, Caller caller)
    {
        var named = caller with { Label = credential.Label, ExpiresAt = credential.ExpiresAt };
        if (credential.Unit is null)
        {
            return named;
        }

        var unit = UnitKey.Parse(credential.Unit);
        return named with { Unit = unit, Units = units.Of(unit) };
    }

    private static string Id(Credential credential) => credential.Id.ToString("D", CultureInfo.InvariantCulture);

    private static T Parse<T>(string stored)
        where T : struct, Enum => Enum.Parse<T>(stored, ignoreCase: true);
}
