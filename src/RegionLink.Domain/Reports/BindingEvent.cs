namespace RegionLink.Domain.Reports;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to the bindings of one unit.</summary>
public abstract record BindingEvent
{
    private BindingEvent() { }

    /// <summary>A metric comes from a system.</summary>
    /// <param name="System">The id the system acts under when it delivers: that of its API key.</param>
    public sealed record Bound(string Metric, string System, string Reason) : BindingEvent;

    /// <summary>A metric is typed again.</summary>
    public sealed record Released(string Metric, string Reason) : BindingEvent;
}
