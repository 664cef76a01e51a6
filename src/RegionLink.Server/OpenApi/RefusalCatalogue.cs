using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.OpenApi;

/// <summary>Lists every refusal code with its texts in the API's description.</summary>
public sealed class RefusalCatalogue : IOpenApiDocumentTransformer
{
    /// <summary>Every code declared in a <c>…Refusals</c> class of the rules or the server, by code.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        .. new[] { typeof(RefusalCode).Assembly, typeof(RefusalCatalogue).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(RefusalCode))
            .Select(f => (RefusalCode)f.GetValue(null)!)
            .OrderBy(c => c.Code, StringComparer.Ordinal),
    ];

    /// <summary>Every fault of a file declared in a <c>…Faults</c> class of the rules, with its remedy, by code.</summary>
    public static IReadOnlyList<FaultCode> Faults { get; } =
    [
        .. typeof(FaultCode).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Faults", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(FaultCode))
            .Select(f => (FaultCode)f.GetValue(null)!)
            .OrderBy(c => c.Code, StringComparer.Ordinal),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var codes = new JsonObject();
        foreach (var code in All)
        {
            codes[code.Code] = new JsonObject { ["vi"] = code.Vi, ["en"] = code.En };
        }

        foreach (var fault in Faults)
        {
            codes[fault.Code] = new JsonObject
            {
                ["vi"] = fault.Vi,
                ["en"] = fault.En,
                ["remedyVi"] = fault.RemedyVi,
                ["remedyEn"] = fault.RemedyEn,
            };
        }

        document.AddExtension("x-refusal-codes", new JsonNodeExtension(codes));
        return Task.CompletedTask;
    }
}
