using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Keys;

/// <summary>Keys by which systems come in, kept by the administrators of a unit (for their unit) and of the region (for all).</summary>
public static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api-keys", ListAsync).Requires(Right.ManageAccounts).WithMetadata(ApiKeyTable.Definition);
        routes.MapPost("/api-keys", CreateAsync).Requires(Right.ManageAccounts).Produces<NewApiKeyView>(StatusCodes.Status201Created);
        routes.MapGet("/api-keys/{id:guid}", ReadAsync).Requires(Right.ManageAccounts).Produces<ApiKeyView>();
        routes.MapDelete("/api-keys/{id:guid}", RevokeAsync).Requires(Right.ManageAccounts).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="Label">Which system holds it.</param>
    /// <param name="Unit">The unit it acts for; null, spelt out, for the region.</param>
    /// <param name="Rights">What it may do besides reading what is public.</param>
    /// <param name="ExpiresAt">When it ends by itself; at most 396 days ahead.</param>
    public sealed record CreateBody(string Label, UnitKey? Unit, IReadOnlyList<Right> Rights, DateTimeOffset ExpiresAt);

    /// <param name="Prefix">First characters of the secret, to recognise it by.</param>
    public sealed record ApiKeyView(
        Guid Id,
        string Prefix,
        string Label,
        string? Unit,
        IReadOnlyList<string> Rights,
        DateTimeOffset CreatedAt,
        string CreatedBy,
        DateTimeOffset ExpiresAt,
        DateTimeOffset? RevokedAt,
        DateTimeOffset? LastUsedAt)
    {
        internal static ApiKeyView Of(ApiKey k) =>
            new(k.Id, k.Prefix, k.Label, k.Unit, k.Rights, k.CreatedAt, k.CreatedBy, k.ExpiresAt, k.RevokedAt, k.LastUsedAt);
    }

    /// <param name="Secret">Shown this once. Sent as <c>Authorization: Bearer rlk_…</c>.</param>
    public sealed record NewApiKeyView(ApiKeyView Key, string Secret);

    /// <summary>The keys the caller keeps.</summary>
    public static Task<IResult> ListAsync(HttpContext http, TableReader reader, CancellationToken ct) =>
        TableEndpoints.AnswerAsync(http, ApiKeyTable.Definition, http.Caller().AsKeeper(), reader, ct);

    /// <summary>One key, without its secret, which nobody but its holder knows.</summary>
    public static async Task<IResult> ReadAsync(Guid id, HttpContext http, ApiKeyStore store) =>
        await FindAsync(id, http, store) is { } key ? Results.Ok(ApiKeyView.Of(key)) : Problem.NotFound($"{id}");

    /// <summary>Makes a key; the answer shows its secret once.</summary>
    public static async Task<IResult> CreateAsync(Body<CreateBody> body, HttpContext http, ApiKeyKeeper keeper, IUnitScope units, TimeProvider clock)
    {
        var (label, unit, rights, expiresAt) = body.Value;
        if (http.Caller().RefuseBinding(unit) is { } forbidden)
        {
            return forbidden;
        }

        if (ApiKeyRules.Faults(label, unit, rights, expiresAt, clock.GetUtcNow(), units).ToList() is { Count: > 0 } faults)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, faults);
        }

        var (key, secret) = await keeper.CreateAsync(label, unit, rights, expiresAt, Doer.Of(http), http.RequestAborted);
        return Results.Created($"/api/v1/api-keys/{key.Id}", new NewApiKeyView(ApiKeyView.Of(key), secret));
    }

    /// <summary>Ends a key for good. Doing it again changes nothing.</summary>
    public static async Task<IResult> RevokeAsync(Guid id, HttpContext http, ApiKeyStore store, ApiKeyKeeper keeper)
    {
        if (await FindAsync(id, http, store) is not { } key)
        {
            return Problem.NotFound($"{id}");
        }

        if (key.RevokedAt is null)
        {
            await keeper.RevokeAsync(key, Doer.Of(http), http.RequestAborted);
        }

        return Results.NoContent();
    }

    private static async Task<ApiKey?> FindAsync(Guid id, HttpContext http, ApiKeyStore store) =>
        await store.FindAsync(id, http.RequestAborted) is { } key && http.Caller().Keeps(key.Unit) ? key : null;
}
