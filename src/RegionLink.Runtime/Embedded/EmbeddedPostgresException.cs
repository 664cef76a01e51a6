namespace RegionLink.Runtime.Embedded;

/// <summary>
/// The private PostgreSQL cannot be started, for a reason of this machine (nothing installed, folder in use, folder of somebody else).
/// The message says what to do, in both languages.
/// </summary>
public sealed class EmbeddedPostgresException(Notice reason, Exception? inner = null)
    : Exception($"{reason.Vi}\n{reason.En}", inner)
{
    public Notice Reason { get; } = reason;
}
