using RegionLink.Domain.Common;

namespace RegionLink.Runtime.EventLog;

/// <summary>One fact, ready to be stored; its bytes are final and part of the hash chain.</summary>
/// <param name="Stream">Grain name and key, <c>project/79@2025-07-01/DA-001</c>.</param>
/// <param name="Version">1 for the first event of the stream.</param>
/// <param name="Type">Stored name.</param>
/// <param name="Data">JSON, UTF-8.</param>
/// <param name="Hash">SHA-256 over the predecessor's hash, the header and <paramref name="Data"/>; see <see cref="HashChain"/>.</param>
public sealed record NewEvent(
    string Stream, long Version, string Type, byte[] Data, Actor By, DateTimeOffset At, Guid CommandId, byte[] Hash);
