namespace RegionLink.Server.Gateway;

/// <summary>How a connected system does, as the gateway sees it.</summary>
public enum SystemState
{
    /// <summary>Nobody to ask: no gateway is known here, or it does not answer.</summary>
    Unknown,

    /// <summary>The gateway runs without it: its file has a fault, or the gateway was not reloaded since.</summary>
    NotJoined,

    /// <summary>No failures lately.</summary>
    Well,

    /// <summary>Failed lately and is being tried again.</summary>
    Recovering,

    /// <summary>Failed too often lately: it is left in peace for a while, and the last good values are shown.</summary>
    Failing,
}
