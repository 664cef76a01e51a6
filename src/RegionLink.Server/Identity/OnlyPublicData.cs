namespace RegionLink.Server.Identity;

/// <summary>Marks an endpoint whose answers hold nothing but public data, so that reading it needs no line in the access log.</summary>
public sealed record OnlyPublicData
{
    public static readonly OnlyPublicData Mark = new();
}

public static class OnlyPublicDataExtensions
{
    /// <summary>Says that every answer is the same for everybody: reads are not written to the access log.</summary>
    public static TBuilder ServesOnlyPublicData<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(OnlyPublicData.Mark));
        return endpoint;
    }
}
