using System.Net.Sockets;
using Npgsql;

namespace RegionLink.Runtime.EventLog;

/// <summary>
/// Tells an outage (the database is away, overloaded or out of room; trying again later may work) from a bug. The one place where
/// SQLSTATE is read for that: https://www.postgresql.org/docs/15/errcodes-appendix.html.
/// </summary>
public static class Outage
{
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        PostgresException e => e.SqlState[..2] is "08" or "53" or "57" or "58" || e.SqlState is "40001" or "40P01" or "55P03" or "25006",
        NpgsqlException e => e.IsTransient || e.InnerException is IOException or SocketException or TimeoutException || Is(e.InnerException),
        OutageException => true,
        _ => Is(exception.InnerException),
    };
}

/// <summary>The log could not be reached while writing; whether the write happened may be unknown. Ask again with the same command id.</summary>
public sealed class OutageException(string message, Exception inner) : Exception(message, inner);
