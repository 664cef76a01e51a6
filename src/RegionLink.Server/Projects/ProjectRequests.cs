using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>What every order to a project has in common: its key from the address, whose project it is, and the answer.</summary>
internal static class ProjectRequests
{
    /// <summary>Sends one command. 404 when the key is none or nothing was proposed under it; another province's people are stopped at the door.</summary>
    public static Task<IResult> SendAsync(
        this GrainHost host, HttpContext http, string unit, string number, ProjectCommand command, CancellationToken ct) =>
        host.SendAsync(http, unit, number, _ => Task.FromResult(command), ct);

    /// <inheritdoc cref="SendAsync(GrainHost, HttpContext, string, string, ProjectCommand, CancellationToken)"/>
    /// <param name="prepare">Builds the command from what must be looked up first; may run again.</param>
    public static async Task<IResult> SendAsync(
        this GrainHost host, HttpContext http, string unit, string number, Func<CancellationToken, Task<ProjectCommand>> prepare, CancellationToken ct)
    {
        if (!ProjectKey.TryParse($"{unit}/{number}", out var key))
        {
            return Problem.NotFound($"{unit}/{number}");
        }

        var envelope = http.Envelope();
        var answer = await host.SendAsync(
            ProjectGrain.Type, key.ToString(), async token => new Prepared<ProjectCommand>(await prepare(token), []), envelope, ct);
        return answer is GrainAnswer<Project>.Refused { Refusals: [{ Code: var code }] } && code == ProjectRefusals.Unknown.Code
            ? Problem.NotFound(key.ToString())
            : answer.ToHttp((state, version) => ProjectView.Of(state, version, envelope.Context.Today));
    }

    /// <summary>The day in Vietnam on which this request arrived; for orders that name no day.</summary>
    public static DateOnly Today(this HttpContext http) => http.Envelope().Context.Today;

    /// <summary>The day in Vietnam now.</summary>
    public static DateOnly Today(this TimeProvider clock) => new CommandContext(Caller.Anonymous.Actor, clock.GetUtcNow()).Today;
}
