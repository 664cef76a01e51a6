using System.Globalization;
using RegionLink.Runtime.Grains;

namespace RegionLink.Server.Http;

/// <summary>The one mapping from a grain's answer to HTTP.</summary>
public static class GrainAnswers
{
    /// <summary>200 with the state as <paramref name="body"/> shows it and an ETag; 422 with every refusal; 412 when stale; 409 when the key was used for another request.</summary>
    public static IResult ToHttp<TState>(this GrainAnswer<TState> answer, Func<TState, long, object> body) =>
        answer.ToHttp(done => Results.Ok(body(done.State, done.Version)));

    /// <summary>201 with the address of what was made; otherwise as <see cref="ToHttp{TState}(GrainAnswer{TState}, Func{TState, long, object})"/>.</summary>
    public static IResult ToCreated<TState>(this GrainAnswer<TState> answer, string location, Func<TState, long, object> body) =>
        answer.ToHttp(done => Results.Created(location, body(done.State, done.Version)));

    private static IResult ToHttp<TState>(this GrainAnswer<TState> answer, Func<GrainAnswer<TState>.Done, IResult> accepted) => answer switch
    {
        GrainAnswer<TState>.Done done => new WithETag(accepted(done), done.Version, done.Replayed),
        GrainAnswer<TState>.Refused refused => Problem.Of(StatusCodes.Status422UnprocessableEntity, refused.Refusals),
        GrainAnswer<TState>.Stale stale => Problem.Of(StatusCodes.Status412PreconditionFailed, RequestRefusals.Stale.With(stale.ActualVersion)),
        GrainAnswer<TState>.KeyReused => Problem.Of(StatusCodes.Status409Conflict, RequestRefusals.KeyReused.About("Idempotency-Key")),
        _ => throw new NotSupportedException($"Answer {answer.GetType().Name}."),
    };

    /// <summary>The version as an entity tag, for reads of one thing.</summary>
    public static IResult WithVersion(this IResult result, long version) => new WithETag(result, version, Replayed: false);

    private sealed record WithETag(IResult Inner, long Version, bool Replayed) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{Version}\"");
            if (Replayed)
            {
                headers["Idempotent-Replayed"] = "true";
            }

            return Inner.ExecuteAsync(httpContext);
        }
    }
}
