using RegionLink.Domain.Metrics;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Everything the provinces folder says, read and checked.</summary>
/// <param name="Hash">SHA-256 of the content; equal hashes, equal facts.</param>
/// <param name="Documents">Structured facts that are shown and not computed with, as JSON, by name: <c>dti-structure</c>, <c>activity-categories</c>, <c>wordings</c>.</param>
public sealed record ProvinceBook(
    byte[] Hash,
    IReadOnlyList<SourceEntry> Sources,
    IReadOnlyList<ActEntry> Acts,
    IReadOnlyList<UnitEntry> Units,
    IReadOnlyList<LinkEntry> Links,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<PublishedTarget> Targets,
    IReadOnlyList<PublishedValues> Values,
    IReadOnlyDictionary<string, string> Documents)
{
    /// <summary>The lineage of the book's units.</summary>
    public Lineage Lineage() => new(Units.Select(u => u.Unit), Links.Select(l => l.Link));
}

/// <summary>Where facts come from.</summary>
/// <param name="Url">Empty when no address is known.</param>
/// <param name="Published">Day, month or year as far as known; empty when not.</param>
/// <param name="Trust">high, medium or low.</param>
public sealed record SourceEntry(string Id, string Title, string Url, string Published, string Trust, string Note);

/// <summary>A legal act; the title describes and is not the official wording.</summary>
/// <param name="Repeals">Numbers of acts it replaces, in this folder or not.</param>
/// <param name="NoteSource">Source of the note when it is another one; null when not.</param>
public sealed record ActEntry(
    string Number,
    Bilingual Title,
    DateOnly? Adopted,
    DateOnly? Effective,
    ActStatus Status,
    string Source,
    IReadOnlyList<string>? Repeals = null,
    string? Note = null,
    string? NoteSource = null);

/// <summary>As far as the sources tell.</summary>
public enum ActStatus
{
    InForce,
    DeadlinePassed,
    Replaced,
    NotChecked,
}

/// <summary>A text in both languages.</summary>
public sealed record Bilingual(string Vi, string En);

/// <summary>A unit with what is known of it besides its identity.</summary>
/// <param name="Source">Id of the source; null for nation and regions, which only name themselves.</param>
public sealed record UnitEntry(Unit Unit, string? Source)
{
    /// <summary>Key of the province a new commune's territory belonged to before 2025-07-01.</summary>
    public string? FormerProvince { get; init; }

    /// <summary>District of an old commune; the level ended on 2025-06-30.</summary>
    public string? District { get; init; }

    public decimal? AreaKm2 { get; init; }

    /// <summary>Shown, never computed with: the sums do not meet the provincial totals.</summary>
    public int? PopulationIndicative { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    public string? Seat { get; init; }

    /// <summary>Acts by which this version began.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    public string? Note { get; init; }
}

/// <summary>A link with its source.</summary>
public sealed record LinkEntry(UnitLink Link, string Source, string? Note);
