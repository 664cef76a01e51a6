using Microsoft.AspNetCore.Http.Metadata;

namespace RegionLink.Server.Observations;

/// <summary>Lets one endpoint take a body larger than the server's limit; it is read as it comes, never kept whole.</summary>
/// <param name="MaxRequestBodySize">Bytes.</param>
internal sealed record LargeBody(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
