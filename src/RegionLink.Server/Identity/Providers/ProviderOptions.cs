using System.ComponentModel.DataAnnotations;

namespace RegionLink.Server.Identity.Providers;

/// <summary>
/// Section <c>OpenIdConnect</c> of the configuration: the identity provider people may sign in by, such as a province's single sign-on. Without an
/// authority there is none. The provider must know <c>https://HOST/sign-in/provider/answer</c> as the address to answer to.
/// </summary>
public sealed class ProviderOptions : IValidatableObject
{
    /// <summary>Its address, below which <c>/.well-known/openid-configuration</c> lies. https, or http on this machine.</summary>
    public Uri? Authority { get; set; }

    /// <summary>What the provider calls this installation.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Shared with the provider; null for providers that know this installation without. Give it as <c>OpenIdConnect__ClientSecret</c> in the environment.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What people call the provider; its host when left out.</summary>
    public string? Name { get; set; }

    /// <summary>What is asked for, with blanks between. Nothing but the subject is read.</summary>
    public string Scope { get; set; } = "openid";

    public bool IsSet => Authority is not null;

    public string Label => Name ?? Authority?.Host ?? "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is not { } authority)
        {
            yield break;
        }

        if (!authority.IsAbsoluteUri || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            yield return new("OpenIdConnect:Authority must be an https address (http only on this machine).");
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            yield return new("OpenIdConnect:ClientId is missing: what the provider calls this installation.");
        }

        if (!Scope.Split(' ').Contains("openid"))
        {
            yield return new("OpenIdConnect:Scope must hold openid.");
        }
    }
}
