namespace RegionLink.Server.Identity.Passkeys;

/// <summary>Section <c>Passkeys</c> of the configuration.</summary>
public sealed class PasskeyOptions
{
    /// <summary>
    /// The domain passkeys belong to (the "relying party id"): the host's name or a domain above it, such as <c>example.gov.vn</c> for
    /// <c>regionlink.example.gov.vn</c>. Null takes the name each request came to. Changing it makes every passkey useless.
    /// </summary>
    public string? Domain { get; set; }
}
