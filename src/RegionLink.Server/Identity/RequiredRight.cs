using System.Text.Json;

namespace RegionLink.Server.Identity;

/// <summary>The right an endpoint asks for, kept in its metadata.</summary>
public sealed record RequiredRight(Right Right);

public static class RequiredRightExtensions
{
    /// <summary>Says who may call the endpoint (or every endpoint of a group; the innermost wins). An endpoint without it keeps the server from starting.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(new RequiredRight(right)));
        return endpoint;
    }

    /// <summary>The name in keys and answers, such as <c>writeProjects</c>.</summary>
    public static string Name(this Right right) => JsonNamingPolicy.CamelCase.ConvertName(right.ToString());

    /// <summary>The name in accounts and answers, such as <c>reporter</c>.</summary>
    public static string Name(this Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
}
