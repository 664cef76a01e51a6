using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RegionLink.Server.Tests.Identity;

/// <summary>An OpenID provider of one client over real HTTP, at which somebody is signed in already. Its tokens can be spoilt.</summary>
internal sealed class StubProvider : IAsyncDisposable
{
    public const string Client = "regionlink";
    public const string Secret = "a secret of the tests: 100% & more";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly Dictionary<string, (string Nonce, string Challenge, string AnswerTo)> _codes = [];

    private StubProvider(WebApplication app) => _app = app;

    /// <summary>Whoever is signed in there; null when people press "cancel".</summary>
    public string? Person { get; set; } = "person-1";

    /// <summary>Changes a token before it is signed.</summary>
    public Action<SecurityTokenDescriptor> Spoil { get; set; } = _ => { };

    public string Address => _app.Urls.First();

    public IEnumerable<(string Key, string Value)> Settings =>
        [("OpenIdConnect:Authority", Address), ("OpenIdConnect:ClientId", Client), ("OpenIdConnect:ClientSecret", Secret), ("OpenIdConnect:Name", "Cổng thử nghiệm")];

    public static async Task<StubProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new StubProvider(app);
        app.MapGet("/.well-known/openid-configuration", provider.Describe);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>Nobody answers any more.</summary>
    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Describe() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic" },
    });

    private IResult Keys()
    {
        var open = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = _key.KeyId, n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) } },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["scope"] != "openid")
        {
            return Results.BadRequest();
        }

        var answer = new Dictionary<string, string?> { ["state"] = query["state"] };
        if (Person is null)
        {
            answer["error"] = "access_denied";
        }
        else
        {
            answer["code"] = Guid.NewGuid().ToString("N");
            _codes[answer["code"]!] = (query["nonce"]!, query["code_challenge"]!, query["redirect_uri"]!);
        }

        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, answer));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var client = $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Client}:{Uri.EscapeDataString(Secret)}"))}";
        if (request.Headers.Authorization != client
            || !_codes.Remove(form["code"].ToString(), out var asked)
            || asked.AnswerTo != form["redirect_uri"]
            || asked.Challenge != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Client,
            IssuedAt = DateTime.UtcNow,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Subject = new ClaimsIdentity([new Claim("sub", Person!), new Claim("nonce", asked.Nonce)]),
            SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
        };
        Spoil(token);
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token) });
    }
}
