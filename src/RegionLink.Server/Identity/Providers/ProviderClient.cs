using System.IdentityModel.Tokens.Jwt;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Providers;

/// <summary>
/// OpenID Connect with the operator's provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, section 3.1; RFC 7636). Reading
/// the provider's description, signatures and the rules of tokens are the library's; nothing but the subject is taken from a token.
/// </summary>
internal sealed class ProviderClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ProviderOptions _options;
    private readonly ProviderErrands _errands;
    private readonly ILogger<ProviderClient> _logger;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private readonly OpenIdConnectProtocolValidator _rules = new() { RequireStateValidation = false };   // state is the errand's
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _provider;

    public ProviderClient(IOptions<ProviderOptions> options, ProviderErrands errands, ILogger<ProviderClient> logger)
    {
        (_options, _errands, _logger) = (options.Value, errands, logger);
        if (_options.Authority is { } authority)
        {
            _provider = new(
                $"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(_http) { RequireHttps = authority.Scheme == Uri.UriSchemeHttps });
        }
    }

    public bool IsSet => _provider is not null;

    /// <summary>Where the browser goes to prove who somebody is; null when the provider is away.</summary>
    /// <param name="returnTo">A page of this server.</param>
    /// <param name="link">The account to link; null for signing in.</param>
    public async Task<Uri?> AskAsync(HttpContext http, string? returnTo, Guid? link)
    {
        if (await DescriptionAsync(http.RequestAborted) is not { } provider)
        {
            return null;
        }

        var errand = new ProviderErrand(Secret.New(), _rules.GenerateNonce(), Secret.New(), returnTo, link);
        var question = new OpenIdConnectMessage
        {
            IssuerAddress = provider.AuthorizationEndpoint,
            ClientId = _options.ClientId,
            RedirectUri = AnswerAddress(http),
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = _options.Scope,
            State = errand.State,
            Nonce = errand.Nonce,
            EnableTelemetryParameters = false,
        };
        question.SetParameter("code_challenge", Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(errand.Verifier))));
        question.SetParameter("code_challenge_method", "S256");
        _errands.Keep(errand, http);
        return new(question.CreateAuthenticationRequestUrl());
    }

    /// <summary>Checks what the browser brought back.</summary>
    public async Task<ProviderAnswer> CheckAsync(HttpContext http)
    {
        var (query, ct) = (http.Request.Query, http.RequestAborted);
        if (_errands.Take(http) is not { } errand
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(query["state"].ToString()), Encoding.UTF8.GetBytes(errand.State)))
        {
            return new ProviderAnswer.Refused(ProviderRefusals.AnswerUnknown, null);
        }

        if (query["code"].ToString() is not { Length: > 0 } code)
        {
            return Refused(query["error"] == "access_denied" ? ProviderRefusals.Cancelled : ProviderRefusals.NotProven, "The provider answered with an error.");
        }

        if (await DescriptionAsync(ct) is not { } provider)
        {
            return new ProviderAnswer.Away(errand);
        }

        try
        {
            var answer = await RedeemAsync(provider, code, errand.Verifier, AnswerAddress(http), ct);
            return answer is null
                ? Refused(ProviderRefusals.NotProven, "The provider did not take the code it had given.")
                : new ProviderAnswer.Proven(await ProveAsync(provider, answer, errand), errand);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            _logger.LogWarning(e, "The identity provider does not answer.");
            return new ProviderAnswer.Away(errand);
        }
        catch (Exception e) when (e is SecurityTokenException or OpenIdConnectProtocolException or ArgumentException)
        {
            if (e is SecurityTokenSignatureKeyNotFoundException)
            {
                _provider!.RequestRefresh();   // its keys may have changed; the next try finds them
            }

            return Refused(ProviderRefusals.NotProven, e.Message);
        }

        ProviderAnswer.Refused Refused(RefusalCode reason, string why)
        {
            _logger.LogWarning("Sign-in by the identity provider was refused ({Reason}): {Why}", reason.Code, why);
            return new(reason, errand);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string AnswerAddress(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}/sign-in/provider/answer";

    private async Task<OpenIdConnectConfiguration?> DescriptionAsync(CancellationToken ct)
    {
        try
        {
            return await (_provider ?? throw new InvalidOperationException("There is no identity provider.")).GetConfigurationAsync(ct);
        }
        catch (InvalidOperationException e) when (_provider is not null)   // however it failed: not reached, or no description there
        {
            _logger.LogWarning(e, "The identity provider's description cannot be read.");
            return null;
        }
    }

    /// <summary>Null when the provider refuses the code.</summary>
    private async Task<OpenIdConnectMessage?> RedeemAsync(
        OpenIdConnectConfiguration provider, string code, string verifier, string answerAddress, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = OpenIdConnectGrantTypes.AuthorizationCode,
            ["code"] = code,
            ["redirect_uri"] = answerAddress,
            ["code_verifier"] = verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        var ways = provider.TokenEndpointAuthMethodsSupported;
        if (_options.ClientSecret is { } secret && (ways.Count == 0 || ways.Contains("client_secret_basic")))
        {
            var both = $"{Uri.EscapeDataString(_options.ClientId)}:{Uri.EscapeDataString(secret)}";   // RFC 6749, section 2.3.1
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(both)));
        }
        else
        {
            form["client_id"] = _options.ClientId;
            if (_options.ClientSecret is { } posted)
            {
                form["client_secret"] = posted;
            }
        }

        request.Content = new FormUrlEncodedContent(form);
        using var answer = await _http.SendAsync(request, ct);
        if ((int)answer.StatusCode >= 500)
        {
            throw new HttpRequestException($"The token endpoint answered {(int)answer.StatusCode}.");
        }

        return answer.IsSuccessStatusCode ? new OpenIdConnectMessage(await answer.Content.ReadAsStringAsync(ct)) : null;
    }

    /// <exception cref="SecurityTokenException">The token is not good.</exception>
    /// <exception cref="OpenIdConnectProtocolException">The token is not the answer to this errand.</exception>
    private async Task<ProviderIdentity> ProveAsync(OpenIdConnectConfiguration provider, OpenIdConnectMessage answer, ProviderErrand errand)
    {
        var checkedToken = await _tokens.ValidateTokenAsync(answer.IdToken, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = _options.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.EcdsaSha512],
            ClockSkew = TimeSpan.FromMinutes(2),
        });
        if (!checkedToken.IsValid)
        {
            throw checkedToken.Exception as SecurityTokenException ?? new SecurityTokenException("The token cannot be read.", checkedToken.Exception);
        }

        var token = JwtSecurityTokenConverter.Convert((JsonWebToken)checkedToken.SecurityToken);
        _rules.ValidateTokenResponse(new() { ClientId = _options.ClientId, ProtocolMessage = answer, ValidatedIdToken = token, Nonce = errand.Nonce });
        return new(token.Issuer, token.Subject);
    }
}
