namespace RegionLink.Domain.Targets;

/// <summary>Everything one version of a target says.</summary>
/// <param name="Goal">What has to be reached.</param>
/// <param name="Validity">When it speaks.</param>
/// <param name="Trajectory">The way to it; empty when none was set.</param>
/// <param name="LegalSource">The act that sets it: number, article, date; as people cite it.</param>
/// <param name="Proposed">Policy the region set itself, not law; shown with the verdict.</param>
/// <param name="Note">Anything a reader must know ("khoảng"); null when nothing.</param>
public sealed record TargetTerms(Goal Goal, TargetValidity Validity, Trajectory Trajectory, string LegalSource, bool Proposed = false, string? Note = null);
