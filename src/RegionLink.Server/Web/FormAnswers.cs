using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Domain.Common;
using RegionLink.Server.Http;

namespace RegionLink.Server.Web;

/// <summary>Reads what an operation of the API answered, so that a form and the API share every rule.</summary>
internal static class FormAnswers
{
    /// <summary>Why it was refused, when the form should come back with the reasons: 422 and 412. Null for any other answer.</summary>
    public static IReadOnlyList<Refusal>? Faults(this IResult answer) =>
        answer is ProblemHttpResult { StatusCode: StatusCodes.Status422UnprocessableEntity or StatusCodes.Status412PreconditionFailed } problem
        && problem.ProblemDetails.Extensions.TryGetValue("refusals", out var held)
            ? held as IReadOnlyList<Refusal>
            : null;

    /// <summary>Whether the answer is a problem that is not about the form's fields; it then becomes a page of its own.</summary>
    public static bool IsOtherProblem(this IResult answer) => answer is ProblemHttpResult && answer.Faults() is null;

    /// <summary>What was answered; null when it was a problem.</summary>
    public static T? ValueOf<T>(this IResult answer)
        where T : class => (answer as IValueHttpResult)?.Value as T;
}

internal static class FormVersions
{
    /// <summary>The version the form was filled in against, as a program says it with If-Match.</summary>
    public static void ExpectVersion(this HttpContext http, long version) => http.Features.Set(http.Envelope() with { ExpectedVersion = version });
}
