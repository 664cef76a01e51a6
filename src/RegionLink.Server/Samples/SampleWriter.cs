using System.Security.Cryptography;
using System.Text;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Grains;

namespace RegionLink.Server.Samples;

/// <summary>
/// Sends sample commands. Each has an id made of its grain and its place in the script, and a fixed time: a second start finds them
/// done, and every installation's samples are the same to the last hash.
/// </summary>
internal static class SampleWriter
{
    private static readonly TimeSpan OfficeOpens = TimeSpan.FromHours(1);   // eight in the morning in Vietnam

    /// <param name="grain">Stream of the grain.</param>
    /// <param name="step">Name of the command within the script of this grain.</param>
    public static CommandEnvelope Envelope(string grain, string step, Actor by, DateOnly on)
    {
        var fingerprint = SHA256.HashData(Encoding.UTF8.GetBytes($"sample/{grain}/{step}"));
        var at = new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) + OfficeOpens;
        return new CommandEnvelope(new CommandContext(by, at), new CommandId(new Guid(fingerprint.AsSpan(0, 16)), fingerprint));
    }

    /// <summary>A sample the rules refuse is a mistake in the script, not in the user's data.</summary>
    public static void MustBeDone<TState>(GrainAnswer<TState> answer, string grain, string step)
    {
        if (answer is not GrainAnswer<TState>.Done)
        {
            var why = answer is GrainAnswer<TState>.Refused refused ? string.Join(' ', refused.Refusals.Select(r => $"{r.Field}: {r.En}")) : answer.ToString();
            throw new InvalidOperationException($"Sample {grain}, step {step}: {why}");
        }
    }
}
