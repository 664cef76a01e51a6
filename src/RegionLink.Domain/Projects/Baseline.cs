using System.Collections.Immutable;

namespace RegionLink.Domain.Projects;

/// <summary>A re-planning: what moved, why, and who allowed it. The first plan is baseline 1 and has no record here.</summary>
/// <param name="Number">2 for the first re-planning.</param>
/// <param name="On">Day from which the new dates hold.</param>
/// <param name="Authority">Who approved the change.</param>
/// <param name="SlipDays">Whole days by which the last required due date moved; negative when the project was brought forward.</param>
/// <param name="Moves">Due dates that changed; steps added with this plan are not among them.</param>
/// <param name="Added">Codes of the steps this plan added.</param>
public sealed record Baseline(
    int Number,
    DateOnly On,
    string Reason,
    string Authority,
    DocumentRef? Document,
    int SlipDays,
    ImmutableArray<DueMove> Moves,
    ImmutableArray<string> Added);
