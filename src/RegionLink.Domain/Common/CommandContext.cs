namespace RegionLink.Domain.Common;

/// <summary>What every command carries besides its content: who acts and when. Rules know no other clock and no other identity.</summary>
/// <param name="By">The acting person or system.</param>
/// <param name="At">When the command reached the platform; UTC, whole microseconds (what PostgreSQL stores).</param>
public sealed record CommandContext(Actor By, DateTimeOffset At)
{
    /// <summary>The day in Vietnam (UTC+7, no daylight saving), for rules that speak of days.</summary>
    public DateOnly Today => DateOnly.FromDateTime(At.ToOffset(TimeSpan.FromHours(7)).DateTime);
}
