using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Runtime.Observations;

public static class ReferenceVocabulary
{
    /// <summary>The words observations may use, as the reference data has them.</summary>
    public static ObservationVocabulary Observations(this Reference reference) => new(reference.Metrics, reference.Lineage);
}
