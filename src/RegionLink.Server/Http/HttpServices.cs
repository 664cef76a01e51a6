using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Server.Http;

/// <summary>Composition of the web edge: JSON, problems, command headers.</summary>
public static class HttpServices
{
    public static IServiceCollection AddHttpEdge(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<Failures>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CommandHeaders>();
        services.Configure<FormOptions>(o => o.ValueCountLimit = SentForm.MostFields);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            var json = o.SerializerOptions;
            json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            DomainJson.AddConverters(json.Converters);
        });
        return services;
    }

    /// <summary>First in the pipeline: whatever happens further in has a problem answer.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler().UseStatusCodePages(BareStatus.ExplainAsync);

    /// <summary>After the caller is known, before endpoints run.</summary>
    public static IApplicationBuilder UseCommandHeaders(this IApplicationBuilder app)
    {
        var headers = app.ApplicationServices.GetRequiredService<CommandHeaders>();
        return app.Use(headers.ReadAsync);
    }
}
