using System.Net;
using Npgsql;
using NpgsqlTypes;

namespace RegionLink.Runtime.Identity;

// STORED FORMAT. The kinds below are rows in the access log of every installation: add, never rename or reuse.

/// <summary>What the access log knows how to say.</summary>
public static class AccessKind
{
    public const string SignedIn = "signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignedOut = "signed-out";
    public const string PasswordChanged = "password-changed";
    public const string PasswordReset = "password-reset";
    public const string SecondFactorSet = "second-factor-set";
    public const string SecondFactorRemoved = "second-factor-removed";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRemoved = "passkey-removed";
    public const string IdentityLinked = "identity-linked";
    public const string IdentityUnlinked = "identity-unlinked";
    public const string AccountCreated = "account-created";
    public const string AccountChanged = "account-changed";
    public const string KeyCreated = "key-created";
    public const string KeyRevoked = "key-revoked";
    public const string Read = "read";
    public const string Pruned = "pruned";
}

/// <summary>One line of the access log.</summary>
/// <param name="Actor">Stored form of the actor.</param>
/// <param name="Kind">One of <see cref="AccessKind"/>.</param>
/// <param name="Subject">What it was about: an account or key id, or the address that was read. Never a secret.</param>
/// <param name="Unit">Unit whose administrators see the line; null for the region's administrators alone.</param>
/// <param name="Source">Network address of the caller; null when there is none (command line).</param>
/// <param name="Detail">A JSON object with whatever else matters; null for none.</param>
public sealed record AccessEntry(
    DateTimeOffset At, string Actor, string Kind, string Subject, string? Unit, IPAddress? Source, string? Detail = null)
{
    private const string Insert = """
        insert into access_log (at, actor, kind, subject, unit, source, detail)
        values ($1, $2, $3, $4, $5, $6, coalesce($7, '{}'))
        """;

    /// <summary>The statement that writes the line, to go into the transaction of what it tells about.</summary>
    public NpgsqlBatchCommand ToCommand() => new(Insert)
    {
        Parameters =
        {
            new() { Value = At },
            new() { Value = Actor },
            new() { Value = Kind },
            new() { Value = Subject },
            new() { Value = Unit ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new() { Value = Source ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Inet },
            new() { Value = Detail ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}
