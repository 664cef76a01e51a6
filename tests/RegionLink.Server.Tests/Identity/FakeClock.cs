namespace RegionLink.Server.Tests.Identity;

/// <summary>A clock that moves when told to; starts at the real time, so that cookies of the framework stay valid.</summary>
internal sealed class FakeClock : TimeProvider
{
    private TimeSpan ahead = TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Forward(TimeSpan by) => ahead += by;
}
