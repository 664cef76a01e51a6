using Npgsql;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Grains;

/// <summary>What travels with a command to its grain.</summary>
/// <param name="Id">Set when the caller may repeat the command and wants the first answer again; null when it never will.</param>
/// <param name="ExpectedVersion">Version the caller has seen; null when the command holds whatever the version is. 0 means "must not exist yet".</param>
public sealed record CommandEnvelope(CommandContext Context, CommandId? Id = null, long? ExpectedVersion = null)
{
    /// <summary>Asks what the answer would be; nothing is written, and the state answered is the one before the command.</summary>
    public bool Rehearsal { get; init; }
}

/// <summary>Identity of a command across repeats.</summary>
/// <param name="BodyHash">Fingerprint of the whole request: the same id with another fingerprint is an error of the caller.</param>
public sealed record CommandId(Guid Value, byte[] BodyHash);

/// <summary>A stream whose version must not have moved when the command commits.</summary>
public sealed record Guard(string Stream, long Version);

/// <summary>A command together with what it was prepared from.</summary>
/// <param name="Guards">Streams whose state the command quotes; when one moves before commit, the command is prepared again.</param>
/// <param name="Also">Further statements for the same transaction; run only when the command leads to events.</param>
public sealed record Prepared<TCommand>(TCommand Command, IReadOnlyList<Guard> Guards, IReadOnlyList<NpgsqlBatchCommand>? Also = null);

/// <summary>State of a grain as last seen here; may be older than the log.</summary>
/// <param name="Version">0 when nothing was ever written.</param>
public sealed record Loaded<TState>(string Stream, TState State, long Version)
{
    public Guard AsGuard() => new(Stream, Version);
}
